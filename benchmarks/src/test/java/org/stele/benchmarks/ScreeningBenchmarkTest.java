package org.stele.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The measurement of screenings measures what it says; how fast anything is, is not asserted. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("long")
class ScreeningBenchmarkTest {

    @Test
    void all_screenings_are_read_and_then_reopened_once() throws Exception {
        ScreeningBenchmark benchmark = new ScreeningBenchmark();
        benchmark.screenings = 700;
        benchmark.reads = 10;
        benchmark.seed = 1;

        // A reopening that is missing or comes twice would make it fail.
        assertThat(benchmark.run())
                .contains(
                        "| Of 700 screenings |",
                        "to its first page over HTTP",
                        "the last of 760 reopenings",
                        "fsync = on");
    }
}
