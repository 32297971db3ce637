package org.stele.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * An AppendBenchmark appends through the ledger's engine and copies the same kind of rows straight into the same tables, in
 * turns, on one durable PostgreSQL, and prints how the one compares with the other.
 */
@Command(name = "append-benchmark", mixinStandardHelpOptions = true, sortOptions = false)
final class AppendBenchmark implements Callable<Integer> {

    @Option(names = "--seconds", defaultValue = "5", description = "How long the engine is timed for, each time.")
    int seconds;

    @Option(names = "--rounds", defaultValue = "5", description = "Rounds that count; one more goes before them.")
    int rounds;

    @Option(names = "--submitters", defaultValue = "1,8,64,512", split = ",", description = "Concurrent submitters.")
    List<Integer> submitters = List.of();

    @Option(names = "--copy-events", defaultValue = "100000", description = "Events that COPY writes, each time.")
    int copyEvents;

    @Option(names = "--out", description = "A file that gets the report too.")
    @Nullable
    Path out;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new AppendBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        String report = measure().markdown();
        System.out.println(report);
        if (out != null) {
            Files.writeString(out, report);
        }
        return 0;
    }

    /** One run: a round that is thrown away, and those that count. */
    AppendReport measure() throws IOException, SQLException, InterruptedException, ExecutionException {
        try (DurableServer server = DurableServer.start()) {
            CopySupply supply = supply(server);
            List<AppendReport.Pair> pairs = new ArrayList<>();
            for (int round = 0; round <= rounds; round++) {
                for (int count : submitters) {
                    AppendReport.Pair pair = pair(server, supply, round, count);
                    System.err.println(pair.text());
                    if (round > 0) {
                        pairs.add(pair);
                    }
                }
            }
            return new AppendReport(Surroundings.of(server), supply, Duration.ofSeconds(seconds), pairs);
        }
    }

    private CopySupply supply(DurableServer server)
            throws SQLException, IOException, InterruptedException, ExecutionException {
        try (LedgerDatabase database = LedgerDatabase.create(server, "supply")) {
            long commands = EngineRun.ofAtLeast(database, copyEvents);
            return CopySupply.from(database, commands);
        }
    }

    /** Both sides, one right after the other; which one goes first changes from round to round. */
    private AppendReport.Pair pair(DurableServer server, CopySupply supply, int round, int count)
            throws SQLException, InterruptedException, ExecutionException {
        if (round % 2 == 0) {
            Rate copy = copy(server, supply);
            return new AppendReport.Pair(round, count, engine(server, count, round), copy);
        }
        EngineRun engine = engine(server, count, round);
        return new AppendReport.Pair(round, count, engine, copy(server, supply));
    }

    private static Rate copy(DurableServer server, CopySupply supply) throws SQLException {
        try (LedgerDatabase database = LedgerDatabase.create(server, "copied")) {
            return supply.copyInto(database);
        }
    }

    private EngineRun engine(DurableServer server, int count, int round)
            throws SQLException, InterruptedException, ExecutionException {
        try (LedgerDatabase database = LedgerDatabase.create(server, "appended")) {
            return EngineRun.of(database, count, Duration.ofSeconds(seconds), round);
        }
    }
}
