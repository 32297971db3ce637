package org.stele.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.messaging.eventhandling.TerminalEventMessage;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.stele.events.MemberState;
import org.stele.events.Tags;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * A SourcingBenchmark reads the events of one tag through the engine, checks append conditions of every kind, and
 * measures the size of an event on disk, on ledgers of several sizes.
 */
@Command(name = "sourcing", description = "Sourcing, append conditions and bytes on disk, on large ledgers.")
final class SourcingBenchmark extends Benchmark {

    /** The State with one event in twenty. */
    static final MemberState HOT = MemberState.RUS;

    private static final Map<MemberState, Long> SOURCED =
            Map.of(MemberState.AND, 10L, MemberState.LIE, 1_000L, MemberState.MCO, 12_000L);

    @Option(names = "--sizes", defaultValue = "1000000,10000000", split = ",", description = "Events of the ledgers.")
    List<Long> sizes = List.of();

    @Option(names = "--rounds", defaultValue = "15", description = "How often each is measured.")
    int rounds;

    @Option(names = "--batch", defaultValue = "1000", description = "Conditions that are checked at once.")
    int batch;

    @Option(names = "--seed", defaultValue = "1", description = "Of the events.")
    long seed;

    @Override
    String run() throws Exception {
        StringBuilder section = new StringBuilder();
        try (DurableServer server = DurableServer.start()) {
            section.append(Surroundings.of(server).markdown());
            for (long size : sizes) {
                try (LedgerDatabase database = LedgerDatabase.create(server, "supplied")) {
                    section.append(measure(database, size));
                }
            }
        }
        return section.toString();
    }

    String measure(LedgerDatabase database, long size) throws Exception {
        Map<MemberState, Long> quotas = new EnumMap<>(SOURCED);
        quotas.put(HOT, size / 20);
        long start = System.nanoTime();
        LedgerSupply.fill(database.command(), new LedgerSupply.Plan(size, quotas, seed), events -> {
            if (events % 500_000 == 0) {
                say(String.format(Locale.ROOT, "%,d events supplied", events));
            }
        });
        long suppliedNanos = System.nanoTime() - start;
        database.execute("VACUUM (ANALYZE)");
        database.checkpoint();
        String disk = DiskUse.of(database).markdown(size);
        return String.format(
                        Locale.ROOT,
                        "%n### %,d events%n%nSeed %s, supplied in %.0f s.%n%n",
                        size,
                        seed,
                        suppliedNanos / 1e9)
                + sourcing(database)
                + "\n" + new ConditionChecks(database, rounds, batch, seed).markdown()
                + "\n" + disk;
    }

    private String sourcing(LedgerDatabase database) {
        StringBuilder lines = new StringBuilder("""
                | Sourced, events | Tag | ms | Events/s |
                |---:|---|---:|---:|
                """);
        try (HikariDataSource pool = database.readingPool();
                SteleContestant stele = new SteleContestant(database, pool)) {
            List<Map.Entry<MemberState, Long>> byCount = new ArrayList<>(SOURCED.entrySet());
            byCount.sort(Map.Entry.comparingByValue());
            for (Map.Entry<MemberState, Long> tag : byCount) {
                lines.append(sourcing(stele, tag.getKey(), tag.getValue()));
            }
        }
        return lines.toString();
    }

    private String sourcing(SteleContestant stele, MemberState state, long expected) {
        SourcingCondition condition =
                SourcingCondition.conditionFor(EventCriteria.havingTags(new Tag(Tags.MEMBER_STATE, state.iso3())));
        double[] millis = new double[rounds];
        for (int i = -2; i < rounds; i++) {
            long before = System.nanoTime();
            long count = stele.engine()
                    .source(condition, null)
                    .reduce(0L, (sum, entry) -> sum + (entry.message() instanceof TerminalEventMessage ? 0 : 1))
                    .join();
            if (count != expected) {
                throw new IllegalStateException(state + " has " + count + " events, not " + expected);
            }
            if (i >= 0) {
                millis[i] = (System.nanoTime() - before) / 1e6;
            }
        }
        Spread spread = Spread.of(Arrays.stream(millis));
        return String.format(
                Locale.ROOT,
                "| %,d | %s=%s | %s | %,.0f |%n",
                expected,
                Tags.MEMBER_STATE,
                state.iso3(),
                spread.text("%.2f"),
                expected / spread.median() * 1e3);
    }
}
