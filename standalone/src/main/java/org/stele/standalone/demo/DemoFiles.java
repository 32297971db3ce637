package org.stele.standalone.demo;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stele.command.importing.ImportKind;
import org.stele.command.importing.ImportProgress;
import org.stele.command.importing.ImportReport;
import org.stele.command.importing.Importer;
import org.stele.events.Actor;
import org.stele.events.Role;

/** The three files of real filings, claims and evidence, entered through the ordinary import. */
final class DemoFiles {

    private static final Logger LOG = LoggerFactory.getLogger(DemoFiles.class);
    private static final Actor REGISTRAR = new Actor("DEMO-REGISTRAR", Role.REGISTRAR, null);
    private static final List<ImportKind> IN_ORDER =
            List.of(ImportKind.FILINGS, ImportKind.CLAIMS, ImportKind.EVIDENCE);

    private final Importer importer;

    DemoFiles(Importer importer) {
        this.importer = importer;
    }

    void enter() throws IOException {
        for (ImportKind kind : IN_ORDER) {
            ImportReport report = enter(kind);
            LOG.info(
                    "Demonstration, {}: {} rows, {} entered now, {} before",
                    kind.id(),
                    report.rows(),
                    report.entered(),
                    report.alreadyEntered());
        }
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
