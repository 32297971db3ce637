package org.stele.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * A GatewayBenchmark records the same attestations in three ways, in turns: directly by the engine, through Axon's
 * command gateway with handler and decision, and as pages and endpoints do, which also look up the receipt.
 */
@Command(name = "gateway", description = "Commands end to end, beside the engine alone.")
final class GatewayBenchmark extends LoadBenchmark {

    /** One way of recording, timed. */
    record Timing(int submitters, Load engine, Load gateway, Load receipts) {

        private static double per(Load load, Load other) {
            return load.rate().perSecond() / other.rate().perSecond();
        }
    }

    @Option(names = "--submitters", defaultValue = "64,512", split = ",", description = "Concurrent submitters.")
    List<Integer> submitters = List.of();

    @Override
    String run() throws Exception {
        try (DurableServer server = DurableServer.start()) {
            List<Timing> timings = measure(server);
            return markdown(Surroundings.of(server), timings);
        }
    }

    List<Timing> measure(DurableServer server) throws Exception {
        List<Timing> timings = new ArrayList<>();
        for (int round = 1 - warmUps; round <= rounds; round++) {
            for (int count : submitters) {
                Timing timing = new Timing(
                        count,
                        engine(server, count, round),
                        gateway(server, count, round),
                        receipts(server, count, round));
                say(String.format(
                        Locale.ROOT,
                        "round %s, %s submitters: engine %,.0f/s, gateway %,.0f/s, with receipt %,.0f/s",
                        round,
                        count,
                        timing.engine().rate().perSecond(),
                        timing.gateway().rate().perSecond(),
                        timing.receipts().rate().perSecond()));
                if (round > 0) {
                    timings.add(timing);
                }
            }
        }
        return timings;
    }

    private Load engine(DurableServer server, int count, int round) throws Exception {
        try (LedgerDatabase database = LedgerDatabase.create(server, "by_engine")) {
            Load load;
            try (SteleContestant stele = new SteleContestant(database)) {
                load = load(count, round, submissions -> {
                    Submissions.Submission submission = submissions.next();
                    stele.append(new Attestations.Command(
                            submission.command().filing().toString(), AppendCondition.none(), submission.events()));
                });
            }
            database.requireSound(load.rate().events(), load.latencies().length);
            return load;
        }
    }

    private Load gateway(DurableServer server, int count, int round) throws Exception {
        return commandSide(
                server,
                side -> watched(round > 0, () -> load(count, round, submissions -> side.send(submissions.next()))));
    }

    private Load receipts(DurableServer server, int count, int round) throws Exception {
        return commandSide(server, side -> load(count, round, submissions -> side.sendForReceipt(submissions.next())));
    }

    @FunctionalInterface
    private interface Measured {
        Load on(CommandSide side) throws Exception;
    }

    private static Load commandSide(DurableServer server, Measured measured) throws Exception {
        try (LedgerDatabase database = LedgerDatabase.create(server, "by_gateway")) {
            Load load;
            try (CommandSide side = CommandSide.start(database)) {
                load = measured.on(side);
            }
            database.requireSound(load.rate().events(), load.latencies().length);
            return load;
        }
    }

    @FunctionalInterface
    private interface Recording {
        void record(Submissions submissions);
    }

    private Load load(int count, int round, Recording recording) throws Exception {
        return Load.of(count, Duration.ofSeconds(seconds), number -> {
            Submissions submissions = new Submissions(round * 1_000_003L + number);
            return () -> {
                recording.record(submissions);
                return 1;
            };
        });
    }

    private String markdown(Surroundings surroundings, List<Timing> timings) {
        return """
                %s- Each way %s s each time, one event a command; cells are the median of %s rounds, with the least and the greatest in parentheses

                | Submitters | Way | Commands/s | Of the engine | p50, ms | p99, ms |
                |---:|---|---:|---:|---:|---:|
                %s
                """.formatted(
                        surroundings.markdown(),
                        seconds,
                        rounds,
                        timings.stream()
                                .map(Timing::submitters)
                                .distinct()
                                .map(count -> lines(
                                        count,
                                        timings.stream()
                                                .filter(timing -> timing.submitters() == count)
                                                .toList()))
                                .collect(Collectors.joining("\n")));
    }

    private static String lines(int count, List<Timing> timings) {
        return String.join(
                "\n",
                line(count, "engine", Timing::engine, timings),
                line(count, "gateway", Timing::gateway, timings),
                line(count, "gateway and receipt", Timing::receipts, timings));
    }

    private static String line(int count, String way, Function<Timing, Load> load, List<Timing> timings) {
        long[] latencies = timings.stream()
                .flatMapToLong(timing -> Arrays.stream(load.apply(timing).latencies()))
                .sorted()
                .toArray();
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %.2f | %.2f |",
                count,
                way,
                Spread.of(timings.stream()
                                .mapToDouble(timing -> load.apply(timing).rate().perSecond()))
                        .text("%,.0f"),
                Spread.of(timings.stream().mapToDouble(timing -> Timing.per(load.apply(timing), timing.engine())))
                        .text("%.2f"),
                Spread.percentile(latencies, 0.50) / 1e6,
                Spread.percentile(latencies, 0.99) / 1e6);
    }
}
