package org.stele.command.importing;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.stele.command.entry.Commands;
import org.stele.command.entry.Rejected;
import org.stele.events.Actor;
import org.stele.events.NewYork;
import org.stele.events.Role;

/**
 * A way to put old filings on record from a CSV file, all rows or none: nothing is entered while one row is wrong.
 *
 * <p>Every row is entered once, however often and by however many the file is sent: the ids of its commands follow from
 * the file's bytes. An import that was cut off goes on where it was when the file is sent again. A file that differs in one
 * byte is another file.
 *
 * <p>Safe for all threads. Neither a file nor its rows are held in memory.
 */
public final class Importer {

    private static final int TURNS = 64;

    private final Commands commands;
    private final LongSupplier ledgerHead;
    private final Clock clock;

    /** Taken by a file's digest, so that the same file, sent twice at once, is told truly what each of the two entered. */
    private final List<ReentrantLock> turns =
            Stream.generate(ReentrantLock::new).limit(TURNS).toList();

    /** @param ledgerHead gives the last position that is recorded, 0 in an empty ledger */
    public Importer(Commands commands, LongSupplier ledgerHead, Clock clock) {
        this.commands = commands;
        this.ledgerHead = ledgerHead;
        this.clock = clock;
    }

    /** Refuses whoever is no registrar. */
    public static void requireRegistrar(Actor actor) {
        if (actor.role() != Role.REGISTRAR) {
            throw Rejected.notAllowed(
                    "role-not-allowed",
                    "An import is for a registrar; the credential is that of a %s."
                            .formatted(actor.role().id()));
        }
    }

    /** Checks the file and enters nothing. */
    public ImportReport check(ImportKind kind, InputStream csv, Actor registrar, ImportProgress progress)
            throws IOException {
        requireRegistrar(registrar);
        try (ImportFile file = ImportFile.read(csv)) {
            ImportCheck check = ImportCheck.of(kind, file, NewYork.today(clock), progress);
            return report(kind, true, file, check, 0, 0);
        }
    }

    /**
     * Checks the file and, where nothing in it is wrong, enters every row that is not on record yet.
     *
     * @throws ImportStopped where the ledger did not take a row
     */
    public ImportReport enter(ImportKind kind, InputStream csv, Actor registrar, ImportProgress progress)
            throws IOException {
        requireRegistrar(registrar);
        try (ImportFile file = ImportFile.read(csv)) {
            return enter(kind, file, registrar, progress);
        }
    }

    private ImportReport enter(ImportKind kind, ImportFile file, Actor registrar, ImportProgress progress) {
        LocalDate today = NewYork.today(clock);
        ImportCheck check = ImportCheck.of(kind, file, today, progress);
        if (!check.errors().isEmpty()) {
            return report(kind, false, file, check, 0, 0);
        }
        ReentrantLock turn = turns.get(Math.floorMod(file.sha256().hashCode(), TURNS));
        turn.lock();
        try {
            RowIds ids = new RowIds(registrar, today, file.sha256());
            var entering = new RowImporter.Progress(progress, check.rows(), ledgerHead.getAsLong());
            enter(new ImportRows(kind, file, today, check.errors()), ids, entering);
            return report(kind, false, file, check, entering.entered(), entering.alreadyEntered());
        } finally {
            turn.unlock();
        }
    }

    /** Reads the rows a second time: holding a million of them would take more memory than reading them takes time. */
    private void enter(ImportRows rows, RowIds ids, RowImporter.Progress progress) {
        try (RowImporter entering = new RowImporter(commands, ids, progress)) {
            while (rows.advance()) {
                entering.enter(Objects.requireNonNull(rows.row(), "a row that was right a moment ago"));
            }
            entering.finish();
        }
    }

    private static ImportReport report(
            ImportKind kind, boolean dryRun, ImportFile file, ImportCheck check, long entered, long alreadyEntered) {
        return new ImportReport(
                kind,
                dryRun,
                check.rows(),
                entered,
                alreadyEntered,
                check.errors().count(),
                check.errors().listed(),
                file.sha256());
    }
}
