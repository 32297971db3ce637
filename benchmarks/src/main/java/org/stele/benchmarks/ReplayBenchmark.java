package org.stele.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import org.stele.eventstore.LedgerReader;
import org.stele.eventstore.LedgerScan;
import org.stele.query.replay.EventDecoder;
import org.stele.query.replay.Replay;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * A ReplayBenchmark folds a whole ledger into State files, on one thread and on two beside the one that reads, and in turns
 * with it copies the same columns of the same rows out and throws them away: that is the limit.
 */
@Command(name = "replay", description = "A whole ledger folded into State files, beside COPY out.")
final class ReplayBenchmark extends Benchmark {

    @Option(names = "--events", defaultValue = "1000000", description = "Events in the ledger.")
    long events;

    @Option(names = "--rounds", defaultValue = "5", description = "Rounds that count; one more goes before them.")
    int rounds;

    @Override
    String run() throws Exception {
        try (DurableServer server = DurableServer.start();
                LedgerDatabase database = LedgerDatabase.create(server, "replayed")) {
            FiledLedger.fill(database, events, 1);
            String surroundings = Surroundings.of(server).markdown();
            return surroundings + rounds(database.query());
        }
    }

    private String rounds(DataSource dataSource) {
        Replay replay = new Replay(new LedgerReader(dataSource), new LedgerScan(dataSource), new EventDecoder());
        List<double[]> measured = new ArrayList<>();
        for (int round = 0; round <= rounds; round++) {
            double[] perSecond = {
                perSecond(() -> copied(dataSource)),
                perSecond(() -> replayed(replay, 1)),
                perSecond(() -> replayed(replay, 2))
            };
            System.err.println("round " + round + ": " + Arrays.toString(perSecond));
            if (round > 0) {
                measured.add(perSecond);
            }
        }
        return table(measured);
    }

    private double perSecond(LongSupplier work) {
        long before = System.nanoTime();
        long done = work.getAsLong();
        long nanos = System.nanoTime() - before;
        if (done != events) {
            throw new IllegalStateException("Expected " + events + " events, but it was " + done);
        }
        return events * 1e9 / nanos;
    }

    private long replayed(Replay replay, int threads) {
        var folding = replay.all(events, threads);
        if (!folding.held().isEmpty() || folding.files().isEmpty()) {
            throw new IllegalStateException("Not everything was folded: " + folding.held());
        }
        return events;
    }

    /** Rows of the columns that a replay needs, received and thrown away. */
    private static long copied(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            CopyOut copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut(
                            "COPY (SELECT position, recorded_at, body FROM ledger.event ORDER BY position) TO STDOUT (FORMAT binary)");
            long rows = -1;
            while (copy.readFromCopy() != null) {
                rows++;
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String table(List<double[]> measured) {
        StringBuilder table = new StringBuilder(
                "\n| Of %,d events | events/s, median | lowest to highest | of COPY |\n|---|---|---|---|\n"
                        .formatted(events));
        String[] names = {"COPY out", "replay, 1 thread", "replay, 2 threads"};
        double copy = Spread.median(column(measured, 0));
        for (int i = 0; i < names.length; i++) {
            double[] column = column(measured, i);
            double median = Spread.median(column);
            table.append("| %s | %,.0f | %,.0f to %,.0f | %.2f |\n"
                    .formatted(
                            names[i],
                            median,
                            Arrays.stream(column).min().orElseThrow(),
                            Arrays.stream(column).max().orElseThrow(),
                            median / copy));
        }
        return table.toString();
    }

    private static double[] column(List<double[]> measured, int index) {
        return measured.stream().mapToDouble(round -> round[index]).sorted().toArray();
    }
}
