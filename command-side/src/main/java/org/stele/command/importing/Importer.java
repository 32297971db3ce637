package org.stele.command.importing;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.stele.command.entry.Commands;
import org.stele.command.entry.Rejected;
import org.stele.command.importing.workbook.WorkbookText;
import org.stele.events.Actor;
import org.stele.events.CommandId;
import org.stele.events.NewYork;
import org.stele.events.Role;
import org.stele.events.Sha256Digest;
import org.stele.keys.KeyedIds;
import org.stele.web.limit.Limit;
import org.stele.web.limit.Limits;

/**
 * Imports old filings from a CSV file or a workbook, all rows or none: nothing is entered while one row has an error.
 *
 * <p>Every row is entered once, however often and by however many clients the file is sent: the ids of its commands follow
 * from the file's bytes and a key. An interrupted import continues when the file is sent again. A file that differs in
 * one byte is another file.
 *
 * <p>Safe for all threads. Neither a file nor its rows are held in memory.
 */
public final class Importer {

    private static final int TURNS = 64;

    private final Commands commands;
    private final LongSupplier ledgerHead;
    private final Clock clock;
    private final KeyedIds ids;
    private final Predicate<CommandId> isRecorded;
    private final WorkbookText workbooks;
    private final long mostRows;

    /**
     * Locked by a file's digest, so that of two concurrent imports of one file each reports correctly what it entered.
     */
    private final List<ReentrantLock> turns =
            Stream.generate(ReentrantLock::new).limit(TURNS).toList();

    /**
     * One with the limits of who sets none.
     *
     * @param ledgerHead gives the last recorded position, 0 in an empty ledger
     * @param isRecorded whether a registrar's command with this id is on record
     */
    public Importer(
            Commands commands, LongSupplier ledgerHead, Clock clock, KeyedIds ids, Predicate<CommandId> isRecorded) {
        this(commands, ledgerHead, clock, Limits.byDefault(), ids, isRecorded);
    }

    Importer(
            Commands commands,
            LongSupplier ledgerHead,
            Clock clock,
            Limits limits,
            KeyedIds ids,
            Predicate<CommandId> isRecorded) {
        this.ids = ids;
        this.isRecorded = isRecorded;
        this.commands = commands;
        this.ledgerHead = ledgerHead;
        this.clock = clock;
        this.workbooks = new WorkbookText(ImportFile.MAX_BYTES, limits.of(Limit.UNPACKED_BYTES));
        this.mostRows = limits.of(Limit.IMPORT_ROWS);
    }

    /** The ids of commands of which one is on record when an older program entered the first row of the file with this digest. */
    public static List<CommandId> firstRowOfOlder(Sha256Digest file, Actor registrar) {
        RowIds ids = new RowIds(registrar, LocalDate.EPOCH, file, null);
        long first = CsvRecords.HEADER_ROW + 1;
        return List.of(
                ids.entry(first, RowImporter.ALL_STEPS).commandId(),
                ids.entry(first, 1).commandId());
    }

    /** Refuses every role but the registrar. */
    public static void requireRegistrar(Actor actor) {
        if (actor.role() != Role.REGISTRAR) {
            throw Rejected.notAllowed(
                    "role-not-allowed",
                    "An import is for a registrar; the credential is that of a %s."
                            .formatted(actor.role().id()));
        }
    }

    /** Checks the file and enters nothing. */
    public ImportReport check(ImportKind kind, InputStream stream, Actor registrar, ImportProgress progress)
            throws IOException {
        requireRegistrar(registrar);
        try (ImportFile file = ImportFile.read(stream, workbooks)) {
            ImportCheck check = ImportCheck.of(kind, file, NewYork.today(clock), mostRows, progress);
            return report(kind, true, file, check, 0, 0);
        }
    }

    /**
     * Checks the file and, where nothing in it is wrong, enters every row that is not on record yet.
     *
     * @throws ImportStopped where the ledger did not take a row
     */
    public ImportReport enter(ImportKind kind, InputStream stream, Actor registrar, ImportProgress progress)
            throws IOException {
        requireRegistrar(registrar);
        try (ImportFile file = ImportFile.read(stream, workbooks)) {
            return enter(kind, file, registrar, progress);
        }
    }

    private ImportReport enter(ImportKind kind, ImportFile file, Actor registrar, ImportProgress progress) {
        LocalDate today = NewYork.today(clock);
        ImportCheck check = ImportCheck.of(kind, file, today, mostRows, progress);
        if (!check.errors().isEmpty()) {
            return report(kind, false, file, check, 0, 0);
        }
        ReentrantLock turn = turns.get(Math.floorMod(file.sha256().hashCode(), TURNS));
        turn.lock();
        try {
            boolean isOfOlder =
                    firstRowOfOlder(file.sha256(), registrar).stream().anyMatch(isRecorded);
            RowIds rowIds = new RowIds(registrar, today, file.sha256(), isOfOlder ? null : ids);
            var entering = new RowImporter.Progress(progress, check.rows(), ledgerHead.getAsLong());
            enter(new ImportRows(kind, file, today, mostRows, ImportErrors.withoutWarnings()), rowIds, entering);
            return report(kind, false, file, check, entering.entered(), entering.alreadyEntered());
        } finally {
            turn.unlock();
        }
    }

    /** Reads the rows a second time: keeping a million of them in memory would cost more than reading them again. */
    private void enter(ImportRows rows, RowIds rowIds, RowImporter.Progress progress) {
        try (RowImporter entering = new RowImporter(commands, rowIds, progress)) {
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
                check.errors().warningsCount(),
                check.errors().warnings(),
                file.sha256());
    }
}
