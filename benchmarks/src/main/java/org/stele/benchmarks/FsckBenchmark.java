package org.stele.benchmarks;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.stele.eventstore.Fsck;
import org.stele.eventstore.FsckReport;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** An FsckBenchmark fills a ledger through the engine and then times how long it takes to check all of it. */
@Command(name = "fsck-benchmark", mixinStandardHelpOptions = true, sortOptions = false)
final class FsckBenchmark implements Callable<Integer> {

    @Option(names = "--events", defaultValue = "1000000", description = "Events in the ledger, at least.")
    int events;

    @Option(names = "--rounds", defaultValue = "3", description = "How often it is checked.")
    int rounds;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new FsckBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        try (DurableServer server = DurableServer.start();
                LedgerDatabase database = LedgerDatabase.create(server, "checked")) {
            EngineRun.ofAtLeast(database, events);
            server.execute("CHECKPOINT");
            for (int round = 1; round <= rounds; round++) {
                System.out.println(round(database, round));
            }
            return 0;
        }
    }

    private static String round(LedgerDatabase database, int round) {
        long start = System.nanoTime();
        FsckReport report = new Fsck(database.query(), LedgerDatabase.STATE_TAG).run(position -> {});
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        if (!report.sound()) {
            throw new IllegalStateException(report.text());
        }
        return "round %d: %,d events, %,d tag rows, %,d commands in %.1f s: %,.0f events a second, %,d MiB of heap at most"
                .formatted(
                        round,
                        report.events(),
                        report.tags(),
                        report.commands(),
                        took.toMillis() / 1e3,
                        report.events() / (took.toMillis() / 1e3),
                        Runtime.getRuntime().maxMemory() >> 20);
    }
}
