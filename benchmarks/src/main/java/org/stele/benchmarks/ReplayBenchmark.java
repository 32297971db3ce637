package org.stele.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import org.stele.eventstore.read.LedgerBulkReader;
import org.stele.eventstore.read.LedgerReader;
import org.stele.query.replay.EventDecoder;
import org.stele.query.replay.LedgerFold;
import org.stele.query.replay.Replay;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * A ReplayBenchmark folds a whole ledger into State files: on the thread that reads, on two threads beside it, and
 * through Axon's streaming processor. In turns with them it copies the same columns of the same rows out and discards
 * them: that is the limit.
 */
@Command(name = "replay", description = "A whole ledger folded into State files, beside COPY out.")
final class ReplayBenchmark extends Benchmark {

    @Option(names = "--events", defaultValue = "1000000", description = "Events in the ledger.")
    long events;

    @Option(names = "--rounds", defaultValue = "5", description = "Rounds that count; one more goes before them.")
    int rounds;

    @Option(
            names = "--entrants",
            description = "1 copies, 2 and 3 replay on one and two threads, 4 streams.",
            split = ",")
    List<Integer> entrants = List.of(1, 2, 3, 4);

    /** One way to read a whole ledger; it returns the number of events read. */
    private record Entrant(String name, LongSupplier work) {}

    @Override
    String run() throws Exception {
        try (DurableServer server = DurableServer.start();
                LedgerDatabase database = LedgerDatabase.create(server, "replayed")) {
            LedgerSupply.fill(database.command(), new LedgerSupply.Plan(events, Map.of(), 1), done -> {});
            // PostgreSQL would otherwise do so by itself during a timed run.
            database.execute("VACUUM ANALYZE");
            database.checkpoint();
            return Surroundings.of(server).markdown() + rounds(entrants(database.projection()));
        }
    }

    private List<Entrant> entrants(DataSource dataSource) {
        Replay replay = new Replay(new LedgerReader(dataSource), new LedgerBulkReader(dataSource), new EventDecoder());
        List<Entrant> all = List.of(
                new Entrant("COPY out", () -> copied(dataSource)),
                new Entrant("replay on the thread that reads", () -> folded(replay.all(events, 1))),
                new Entrant("replay on two threads beside it", () -> folded(replay.all(events, 2))),
                new Entrant(
                        "Axon's streaming processor, 16 segments on two threads",
                        () -> StreamedReplay.of(dataSource, events, 2)));
        return entrants.stream().map(number -> all.get(number - 1)).toList();
    }

    private String rounds(List<Entrant> measured) throws Exception {
        List<List<Run>> runs = new ArrayList<>();
        for (int round = 0; round <= rounds; round++) {
            boolean counts = round > 0;
            List<Run> ofRound = new ArrayList<>();
            for (Entrant entrant : measured) {
                ofRound.add(watched(counts && entrant != measured.getFirst(), () -> run(entrant)));
            }
            say("round " + round + ": " + ofRound);
            if (counts) {
                runs.add(ofRound);
            }
        }
        return table(measured, runs);
    }

    /**
     * @param own processor time of this process, µs an event
     * @param others of all other processes, which is PostgreSQL's where nothing else runs
     */
    private record Run(double perSecond, double own, double others) {}

    private Run run(Entrant entrant) {
        ProcessorTime before = ProcessorTime.now();
        long start = System.nanoTime();
        long done = entrant.work().getAsLong();
        long nanos = System.nanoTime() - start;
        if (done != events) {
            throw new IllegalStateException("Expected " + events + " events, but it was " + done);
        }
        ProcessorTime spent = ProcessorTime.now().since(before);
        return new Run(events * 1e9 / nanos, spent.own() / 1e3 / events, spent.others() / 1e3 / events);
    }

    private long folded(LedgerFold folding) {
        if (!folding.held().isEmpty() || folding.files().isEmpty()) {
            throw new IllegalStateException("Not everything was folded: " + folding.held());
        }
        return events;
    }

    /** Rows of the columns that a replay needs, received and discarded. */
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

    private String table(List<Entrant> measured, List<List<Run>> runs) {
        StringBuilder table = new StringBuilder(String.format(Locale.ROOT, """

                | Of %,d events | Events/s | Of COPY | Processor of this process, µs an event | Of PostgreSQL |
                |---|---:|---:|---:|---:|
                """, events));
        for (int i = 0; i < measured.size(); i++) {
            table.append("| %s | %s | %s | %s | %s |\n"
                    .formatted(
                            measured.get(i).name(),
                            spread(runs, i, Run::perSecond).text("%,.0f"),
                            ofFirst(runs, i).text("%.2f"),
                            spread(runs, i, Run::own).text("%.1f"),
                            spread(runs, i, Run::others).text("%.1f")));
        }
        return table.toString();
    }

    private static Spread spread(List<List<Run>> runs, int entrant, ToDoubleFunction<Run> figure) {
        return Spread.of(runs.stream().map(round -> round.get(entrant)).mapToDouble(figure));
    }

    /** Events a second, relative to the first entrant in the same round. */
    private static Spread ofFirst(List<List<Run>> runs, int entrant) {
        return Spread.of(runs.stream()
                .mapToDouble(round ->
                        round.get(entrant).perSecond() / round.getFirst().perSecond()));
    }
}
