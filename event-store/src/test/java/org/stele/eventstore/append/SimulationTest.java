package org.stele.eventstore.append;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * The appender under every order of events and failures that a seed can draw, compared with an obviously correct
 * ledger. {@code -Dseeds} is the number of schedules; {@code -Dseed} runs one.
 */
class SimulationTest {

    private static final long SEEDS = Long.getLong("seeds", 500);

    /** A schedule beyond the first ten thousand that once failed: the clock jumped while a batch was being written. */
    private static final long KEPT = 38_860;

    /** Planted faults must be detected within this many schedules. */
    private static final long SEEDS_OF_CONTROLS = 3_000;

    @Test
    void no_schedule_loses_doubles_tears_or_misorders_anything() {
        Long one = Long.getLong("seed");
        LongStream seeds =
                one == null ? LongStream.concat(LongStream.range(0, SEEDS), LongStream.of(KEPT)) : LongStream.of(one);
        List<String> failures = seeds.parallel()
                .mapToObj(seed -> result(seed, SimulatedStore::new))
                .filter(result -> !result.isEmpty())
                .limit(5)
                .toList();
        System.out.printf(Locale.ROOT, "Simulated %,d schedules%n", one == null ? SEEDS : 1);
        assertThat(failures).isEmpty();
    }

    private static String result(long seed, Simulation.Stores stores) {
        List<String> wrongs = new Simulation(seed, stores).run();
        return wrongs.isEmpty() ? "" : "-Dseed=" + seed + ": " + wrongs;
    }

    private static void requireCaught(Simulation.Stores faulty, String wrong) {
        assertThat(LongStream.range(0, SEEDS_OF_CONTROLS)
                        .anyMatch(seed -> result(seed, faulty).contains(wrong)))
                .as("the planted fault shows")
                .isTrue();
    }

    /** A store that is replaced by another one after some commits. */
    private static class Diverging extends SimulatedStore {
        private int commits;

        Diverging(Supplier<Fate> fates, Supplier<Instant> clock) {
            super(fates, clock);
        }

        @Override
        void commit(Batch batch) throws SQLException {
            super.commit(batch);
            if (++commits == 4) {
                diverge();
            }
        }
    }

    @Test
    void another_history_is_not_continued_by_a_node_that_has_seen_this_one() {
        List<String> failures = LongStream.range(0, SEEDS_OF_CONTROLS)
                .mapToObj(seed -> result(seed, Diverging::new))
                .filter(result -> result.contains("chain"))
                .toList();
        assertThat(failures).isEmpty();
    }

    @Test
    void a_guard_that_accepts_everything_is_caught() {
        requireCaught(
                (fates, clock) -> new Diverging(fates, clock) {
                    @Override
                    boolean guard(Batch batch) {
                        return true;
                    }
                },
                "chain");
    }

    @Test
    void a_commit_that_does_not_happen_is_caught() {
        requireCaught(
                (fates, clock) -> new SimulatedStore(fates, clock) {
                    private int commits;

                    @Override
                    void commit(Batch batch) throws SQLException {
                        if (++commits != 3) {
                            super.commit(batch);
                        }
                    }
                },
                "an acknowledged event is not there");
    }

    @Test
    void a_condition_that_is_not_checked_is_caught() {
        requireCaught(
                (fates, clock) -> new SimulatedStore(fates, clock) {
                    @Override
                    Set<Integer> conflicts(List<Submission> submissions, long upTo) {
                        return Set.of();
                    }
                },
                "a condition did not hold");
    }

    @Test
    void a_State_whose_last_event_is_overlooked_is_caught() {
        requireCaught(
                (fates, clock) -> new SimulatedStore(fates, clock) {
                    @Override
                    Map<String, WriterState.StateHead> heads(Collection<String> states) {
                        return Map.of();
                    }
                },
                "a broken State chain");
    }

    @Test
    void a_lost_batch_that_is_taken_for_a_recorded_one_is_caught() {
        requireCaught(
                (fates, clock) -> new SimulatedStore(fates, clock) {
                    @Override
                    boolean readBack(Batch batch) {
                        return true;
                    }
                },
                "an acknowledged event is not there");
    }
}
