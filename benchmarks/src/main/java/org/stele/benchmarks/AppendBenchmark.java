package org.stele.benchmarks;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * An AppendBenchmark lets every entrant record the same commands, in turns, on one durable PostgreSQL, and measures
 * COPY of the rows of such commands into the same tables as the limit.
 */
@Command(name = "append", description = "Appends, beside COPY and other stores.")
final class AppendBenchmark extends LoadBenchmark {

    @Option(
            names = "--submitters",
            defaultValue = "1,8,64,512,2048",
            split = ",",
            description = "Concurrent submitters.")
    List<Integer> submitters = List.of();

    @Option(names = "--entrants", defaultValue = "STELE,ROW_LOCK,GAPPY,AXON_5,AXON_4", split = ",")
    List<Entrant> entrants = List.of();

    @Option(names = "--pool", defaultValue = "32", description = "Connections of each entrant that uses a pool.")
    int connections;

    @Option(names = "--copy-events", defaultValue = "100000", description = "Events that COPY writes, each time.")
    int copyEvents;

    @Option(names = "--copy-batch", defaultValue = "1000", description = "Events that it writes in one transaction.")
    int copyBatch;

    @Override
    String run() throws Exception {
        return measure().markdown();
    }

    /** One run: a warm-up round, and the measured rounds. */
    AppendReport measure() throws Exception {
        try (DurableServer server = DurableServer.start()) {
            CopySupply copies;
            ReadyRows rows;
            try (LedgerDatabase database = LedgerDatabase.create(server, "supply")) {
                copies = CopySupply.record(database, copyEvents, copyBatch);
                rows = ReadyRows.from(database.reader());
            }
            List<AppendReport.Turn> turns = new ArrayList<>();
            for (int round = 1 - warmUps; round <= rounds; round++) {
                for (int count : submitters) {
                    AppendReport.Turn turn = turn(server, copies, rows, round, count);
                    say(turn.text());
                    if (round > 0) {
                        turns.add(turn);
                    }
                }
            }
            return new AppendReport(Surroundings.of(server), copies, connections, Duration.ofSeconds(seconds), turns);
        }
    }

    /** All entrants, one right after the other; the order rotates from round to round. */
    private AppendReport.Turn turn(DurableServer server, CopySupply copies, ReadyRows rows, int round, int count)
            throws Exception {
        AppendReport.Turn turn = new AppendReport.Turn(round, count, copy(server, copies));
        List<Entrant> order = new ArrayList<>(entrants);
        Collections.rotate(order, round);
        for (Entrant entrant : order) {
            turn.loads().put(entrant, load(server, entrant, rows, round, count));
        }
        return turn;
    }

    private static Rate copy(DurableServer server, CopySupply copies) throws SQLException {
        try (LedgerDatabase database = LedgerDatabase.create(server, "copied")) {
            return copies.copyInto(database);
        }
    }

    private Load load(DurableServer server, Entrant entrant, ReadyRows rows, int round, int count) throws Exception {
        try (LedgerDatabase database = LedgerDatabase.create(server, "appended")) {
            Load load;
            try (Contestant contestant = entrant.open(database, rows, connections)) {
                boolean interesting = round > 0 && entrant == Entrant.STELE;
                load = watched(interesting, () -> Load.of(contestant, count, Duration.ofSeconds(seconds), round));
            }
            if (entrant == Entrant.STELE) {
                database.requireSound(load.rate().events(), load.latencies().length);
            }
            return load;
        }
    }
}
