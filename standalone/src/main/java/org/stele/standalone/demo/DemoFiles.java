package org.stele.standalone.demo;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stele.command.importing.ImportKind;
import org.stele.command.importing.ImportProgress;
import org.stele.command.importing.ImportReport;
import org.stele.command.importing.Importer;
import org.stele.events.Actor;
import org.stele.events.CommandId;
import org.stele.events.Role;
import org.stele.events.Sha256Digest;

/** The three files of real filings, claims and evidence, entered through the ordinary import, and an invented list. */
final class DemoFiles {

    private static final Logger LOG = LoggerFactory.getLogger(DemoFiles.class);
    static final Actor REGISTRAR = new Actor("DEMO-REGISTRAR", Role.REGISTRAR, null);
    private static final List<ImportKind> IN_ORDER =
            List.of(ImportKind.FILINGS, ImportKind.CLAIMS, ImportKind.EVIDENCE);

    /**
     * The filings of earlier versions, by their digest. What they entered stays on record and says what it said: the files of
     * this version would enter the same filings a second time.
     */
    private static final List<Sha256Digest> EARLIER =
            List.of(new Sha256Digest("69cdc7ab9e93a8bfeb87f0381db3c82a323b365dc52c267528e29deb8468f435"));

    private final Importer importer;
    private final Predicate<CommandId> isRecorded;
    private final DemoList list;

    /** @param isRecorded whether a registrar's command with this id is on record */
    DemoFiles(Importer importer, Predicate<CommandId> isRecorded, DemoList list) {
        this.importer = importer;
        this.isRecorded = isRecorded;
        this.list = list;
    }

    void enter() throws IOException {
        boolean hasEarlier = EARLIER.stream()
                .flatMap(file -> Importer.firstRowOfOlder(file, REGISTRAR).stream())
                .anyMatch(isRecorded);
        if (hasEarlier) {
            LOG.info("The demonstration of an earlier version is on record; that of this one is not entered");
            return;
        }
        for (ImportKind kind : IN_ORDER) {
            ImportReport report = enter(kind);
            LOG.info(
                    "Demonstration, {}: {} rows, {} entered now, {} before",
                    kind.id(),
                    report.rows(),
                    report.entered(),
                    report.alreadyEntered());
        }
        list.enter(REGISTRAR);
    }

    private ImportReport enter(ImportKind kind) throws IOException {
        String name = "/demo/%s.csv".formatted(kind.name().toLowerCase(Locale.ROOT));
        try (InputStream csv = DemoFiles.class.getResourceAsStream(name)) {
            if (csv == null) {
                throw new IOException("The build left out " + name);
            }
            ImportReport report = importer.enter(kind, csv, REGISTRAR, ImportProgress.silent());
            if (!report.errors().isEmpty()) {
                throw new IOException(
                        name + " does not validate: " + report.errors().getFirst());
            }
            return report;
        }
    }
}
