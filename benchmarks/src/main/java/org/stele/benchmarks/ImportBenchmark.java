package org.stele.benchmarks;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.stele.command.attestation.publishattestation.PublishAttestationSlice;
import org.stele.command.attestation.receiveattestation.ReceiveAttestationSlice;
import org.stele.command.importing.ImportProgress;
import org.stele.command.importing.ImportReport;
import org.stele.command.importing.ImportSlice;
import org.stele.command.importing.Importer;
import org.stele.command.repatriation.recordrepatriationnotice.RecordRepatriationNoticeSlice;
import org.stele.events.Actor;
import org.stele.events.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * An ImportBenchmark enters a file of filings, three events a row, or of notices, one event a row, into an empty ledger, and
 * then copies the resulting rows into another ledger by COPY.
 */
@Command(name = "import", description = "A file of filings or notices entered, beside COPY of the rows it became.")
final class ImportBenchmark extends Benchmark {

    private static final int COPY_BATCH = 1_000;
    private static final Actor REGISTRAR = new Actor("registrar-1", Role.REGISTRAR, null);

    @Option(names = "--kind", defaultValue = "filings", description = "Rows: ${COMPLETION-CANDIDATES}.")
    ImportedRows kind;

    @Option(names = "--rows", defaultValue = "50000", description = "Rows of the file.")
    long rows;

    @Option(names = "--rounds", defaultValue = "5", description = "Rounds that count.")
    int rounds;

    @Option(names = "--warm-ups", defaultValue = "1", description = "Rounds before them that do not.")
    int warmUps;

    /** One file, timed: checked only, entered, and copied. */
    private record Timing(Rate checked, Rate entered, Rate copied) {}

    @Override
    String run() throws Exception {
        try (DurableServer server = DurableServer.start()) {
            List<Timing> timings = new ArrayList<>();
            for (int round = 1 - warmUps; round <= rounds; round++) {
                Timing timing = measure(server, round);
                say(String.format(
                        Locale.ROOT,
                        "round %s: checked %,.0f rows/s, entered %,.0f rows/s, copied %,.0f rows/s",
                        round,
                        timing.checked().perSecond(),
                        timing.entered().perSecond(),
                        timing.copied().perSecond()));
                if (round > 0) {
                    timings.add(timing);
                }
            }
            return markdown(Surroundings.of(server), timings);
        }
    }

    private Timing measure(DurableServer server, int round) throws Exception {
        byte[] file = kind.file(rows, round);
        try (LedgerDatabase database = LedgerDatabase.create(server, "imported")) {
            Rate checked;
            Rate entered;
            try (CommandSide side = CommandSide.start(
                    database,
                    ReceiveAttestationSlice.class,
                    PublishAttestationSlice.class,
                    RecordRepatriationNoticeSlice.class,
                    ImportSlice.class)) {
                Importer importer = side.get(Importer.class);
                checked = timed(() -> importer.check(
                        kind.kind(), new ByteArrayInputStream(file), REGISTRAR, ImportProgress.silent()));
                entered = watched(
                        round > 0,
                        () -> timed(() -> importer.enter(
                                kind.kind(), new ByteArrayInputStream(file), REGISTRAR, ImportProgress.silent())));
            }
            database.requireSound(rows * kind.eventsPerRow(), rows);
            CopySupply supply = CopySupply.from(database, rows, COPY_BATCH);
            try (LedgerDatabase copy = LedgerDatabase.create(server, "copied")) {
                return new Timing(
                        checked, entered, new Rate(rows, supply.copyInto(copy).nanos()));
            }
        }
    }

    private Rate timed(Timed<ImportReport> importing) throws Exception {
        long start = System.nanoTime();
        ImportReport report = importing.run();
        long nanos = System.nanoTime() - start;
        if (report.errorsCount() > 0) {
            throw new IllegalStateException("The file is wrong: " + report.errors());
        }
        return new Rate(rows, nanos);
    }

    private static String markdown(Surroundings surroundings, List<Timing> timings) {
        return surroundings.markdown()
                + """

                | Of %s rows | Rows/s | Of COPY |
                |---|---:|---:|
                """.formatted(timings.getFirst().entered().events())
                + line("Checked only", Timing::checked, timings)
                + line("Entered", Timing::entered, timings)
                + line("COPY of what was entered", Timing::copied, timings);
    }

    private static String line(String what, Function<Timing, Rate> rate, List<Timing> timings) {
        return "| %s | %s | %s |\n"
                .formatted(
                        what,
                        Spread.of(timings.stream()
                                        .mapToDouble(
                                                timing -> rate.apply(timing).perSecond()))
                                .text("%,.0f"),
                        Spread.of(timings.stream()
                                        .mapToDouble(
                                                timing -> rate.apply(timing).perSecond()
                                                        / timing.copied().perSecond()))
                                .text("%.2f"));
    }
}
