package org.stele.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The measurements of reading measure what they say; how fast anything is, is not asserted. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("long")
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
    void answers_are_asked_for_over_http_in_a_ledger_with_discrepancies_of_most_codes() throws Exception {
        AnswersBenchmark benchmark = new AnswersBenchmark();
        benchmark.events = 6_000;
        benchmark.views = 3;
        benchmark.files = 1;
        benchmark.seed = 1;

        assertThat(benchmark.run())
                .containsPattern("discrepancies of ([6-9]|1\\d) codes")
                .contains(
                        "| Changes of the largest, auditor | ",
                        "| Discrepancies, public | ",
                        "| Due of the largest, auditor | ",
                        "| discrepancies.xlsx, auditor | ");
    }

    @Test
    void a_whole_ledger_is_checked() throws Exception {
        FsckBenchmark benchmark = new FsckBenchmark();
        benchmark.events = 1_000;
        benchmark.rounds = 1;

        assertThat(benchmark.run()).contains("round 1: 1,000 events");
    }
}
