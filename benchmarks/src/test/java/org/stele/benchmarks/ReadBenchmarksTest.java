package org.stele.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The measurements of reading measure what they say; how fast anything is, is not asserted. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadBenchmarksTest {

    @Test
    void a_replay_folds_every_event_and_is_compared_with_copy() throws Exception {
        ReplayBenchmark benchmark = new ReplayBenchmark();
        benchmark.events = 3_000;
        benchmark.rounds = 1;

        assertThat(benchmark.run())
                .contains(
                        "| COPY out | ",
                        "| replay on the thread that reads | ",
                        "| replay on two threads beside it | ",
                        "| Axon's streaming processor, ");
    }

    @Test
    void views_are_taken_once_the_projection_has_caught_up() throws Exception {
        ViewBenchmark benchmark = new ViewBenchmark();
        benchmark.events = 3_000;
        benchmark.views = 10;
        benchmark.seed = 1;

        assertThat(benchmark.run())
                .contains("Projection catch-up", "| State file of the largest | ", "| Board | ", "fsync = on");
    }

    @Test
    void a_whole_ledger_is_checked() throws Exception {
        FsckBenchmark benchmark = new FsckBenchmark();
        benchmark.events = 1_000;
        benchmark.rounds = 1;

        assertThat(benchmark.run()).contains("round 1: 1,000 events");
    }
}
