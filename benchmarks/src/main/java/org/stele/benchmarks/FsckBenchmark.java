package org.stele.benchmarks;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.stele.eventstore.fsck.Fsck;
import org.stele.eventstore.fsck.FsckReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** An FsckBenchmark fills a ledger and then times a full check of it. */
@Command(name = "fsck", description = "Checking a whole ledger.")
final class FsckBenchmark extends Benchmark {

    @Option(names = "--events", defaultValue = "1000000", description = "Events in the ledger.")
    long events;

    @Option(names = "--rounds", defaultValue = "5", description = "How often it is checked.")
    int rounds;

    @Override
    String run() throws Exception {
        try (DurableServer server = DurableServer.start();
                LedgerDatabase database = LedgerDatabase.create(server, "checked")) {
            LedgerSupply.fill(database.command(), new LedgerSupply.Plan(events, Map.of(), 1), done -> {});
            database.checkpoint();
            String checked = IntStream.rangeClosed(1, rounds)
                    .mapToObj(round -> "- " + round(database, round))
                    .collect(Collectors.joining("\n"));
            return Surroundings.of(server).markdown() + "\n" + checked + "\n";
        }
    }

    private static String round(LedgerDatabase database, int round) {
        long start = System.nanoTime();
        FsckReport report = new Fsck(database.projection(), LedgerDatabase.STATE_TAG).run(position -> {});
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        if (!report.sound()) {
            throw new IllegalStateException(report.text());
        }
        return String.format(
                Locale.ROOT,
                "round %s: %,d events, %,d tag rows, %,d commands in %.1f s: %,.0f events a second, %,d MiB of heap at most",
                round,
                report.events(),
                report.tags(),
                report.commands(),
                took.toMillis() / 1e3,
                report.events() / (took.toMillis() / 1e3),
                Runtime.getRuntime().maxMemory() >> 20);
    }
}
