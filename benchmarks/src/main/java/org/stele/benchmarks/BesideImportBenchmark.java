package org.stele.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.LongStream;
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
 * A BesideImportBenchmark enters one large file while officials file attestations, each one command at a time with a
 * pause after it, and compares what they wait with what they wait when nothing is imported, before and after.
 */
@Command(name = "beside-import", description = "One large file entered while others file.")
final class BesideImportBenchmark extends Benchmark {

    private static final Actor REGISTRAR = new Actor("registrar-1", Role.REGISTRAR, null);

    /** More than a file of a million rows writes. */
    private static final int LOG_MEGABYTES = 5_000;

    @Option(names = "--kind", defaultValue = "notices", description = "Rows: ${COMPLETION-CANDIDATES}.")
    ImportedRows kind = ImportedRows.notices;

    @Option(names = "--rows", defaultValue = "1000000", description = "Rows of the file.")
    long rows;

    @Option(names = "--officials", defaultValue = "16", description = "Officials who file meanwhile.")
    int officials;

    @Option(names = "--pause", defaultValue = "100", description = "Milliseconds between two filings of an official.")
    int pause;

    @Option(names = "--alone", defaultValue = "60", description = "Seconds for which they file with nothing imported.")
    int alone;

    /** What was measured: nanoseconds of each filing, sorted, and of the file. */
    private record Timing(long[] before, long[] beside, long[] after, Rate entered) {}

    @Override
    String run() throws Exception {
        Path file = Files.createTempFile("stele-import", ".csv");
        try (DurableServer server = DurableServer.start()) {
            kind.file(file, rows, 1);
            server.recycleLog(LOG_MEGABYTES);
            return markdown(Surroundings.of(server), Files.size(file), measure(server, file));
        } finally {
            Files.delete(file);
        }
    }

    private Timing measure(DurableServer server, Path file) throws Exception {
        try (LedgerDatabase database = LedgerDatabase.create(server, "imported")) {
            Timing timing;
            try (CommandSide side = CommandSide.start(
                    database,
                    ReceiveAttestationSlice.class,
                    PublishAttestationSlice.class,
                    RecordRepatriationNoticeSlice.class,
                    ImportSlice.class)) {
                warmUp(side);
                long[] before = alone(side, 2);
                PacedOfficials beside = PacedOfficials.start(side, officials, Duration.ofMillis(pause), 3);
                Rate entered = watched(true, () -> enter(side.get(Importer.class), file));
                timing = new Timing(before, beside.stop(), alone(side, 4), entered);
            }
            long filings = database.count("ledger.event") - rows * kind.eventsPerRow();
            database.requireSound(rows * kind.eventsPerRow() + filings, rows + filings);
            return timing;
        }
    }

    private void warmUp(CommandSide side) throws Exception {
        PacedOfficials officialsAtOnce = PacedOfficials.start(side, officials, Duration.ZERO, 1);
        Thread.sleep(Duration.ofSeconds(Math.min(alone, 10)));
        officialsAtOnce.stop();
    }

    private long[] alone(CommandSide side, long seed) throws Exception {
        PacedOfficials filing = PacedOfficials.start(side, officials, Duration.ofMillis(pause), seed);
        Thread.sleep(Duration.ofSeconds(alone));
        return filing.stop();
    }

    private Rate enter(Importer importer, Path file) throws IOException {
        long start = System.nanoTime();
        try (InputStream stream = Files.newInputStream(file)) {
            ImportReport report = importer.enter(kind.kind(), stream, REGISTRAR, new ImportProgress() {
                @Override
                public void checked(long row) {}

                @Override
                public void entered(long entered, long of) {
                    if (entered % 100_000 == 0) {
                        say(String.format(
                                Locale.ROOT,
                                "%,d rows entered after %,.1f s",
                                entered,
                                (System.nanoTime() - start) / 1e9));
                    }
                }
            });
            if (report.entered() != rows) {
                throw new IllegalStateException("Not all rows were entered: " + report);
            }
        }
        return new Rate(rows, System.nanoTime() - start);
    }

    private String markdown(Surroundings surroundings, long bytes, Timing timing) {
        double alone = p99(LongStream.concat(Arrays.stream(timing.before()), Arrays.stream(timing.after()))
                .sorted()
                .toArray());
        return surroundings.markdown()
                + String.format(
                        Locale.ROOT,
                        """
                        - A file of %,d rows and %,d MB, checked and entered in %,.0f s: %,.0f rows/s
                        - %s officials, each with %s ms between an answer and the next filing

                        | Filings | Of them | p50, ms | p99, ms | p99 of those with no import |
                        |---|---:|---:|---:|---:|
                        """,
                        rows,
                        bytes / 1_000_000,
                        timing.entered().nanos() / 1e9,
                        timing.entered().perSecond(),
                        officials,
                        pause)
                + line("before the import", timing.before(), alone)
                + line("beside it", timing.beside(), alone)
                + line("after it", timing.after(), alone);
    }

    private static String line(String when, long[] nanos, double alone) {
        return String.format(
                Locale.ROOT,
                "| %s | %,d | %.2f | %.2f | %.2f |\n",
                when,
                nanos.length,
                Spread.percentile(nanos, 0.50) / 1e6,
                p99(nanos) / 1e6,
                p99(nanos) / alone);
    }

    private static double p99(long[] nanos) {
        return Spread.percentile(nanos, 0.99);
    }
}
