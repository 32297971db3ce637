package org.stele.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The measurements of what is signed measure what they say; how fast anything is, is not asserted. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("long")
class SigningBenchmarksTest {

    @Test
    void appends_with_and_without_signing_stand_side_by_side() throws Exception {
        SigningBenchmark benchmark = new SigningBenchmark();
        benchmark.seconds = 1;
        benchmark.rounds = 1;
        benchmark.warmUps = 0;
        benchmark.submitters = List.of(2);

        assertThat(benchmark.run()).contains("Covered after", "| 2 | ", "fsync = on");
    }

    @Test
    void proofs_and_tiles_are_read_from_a_signed_ledger() throws Exception {
        LogBenchmark benchmark = new LogBenchmark();
        benchmark.events = 2_000;
        benchmark.seconds = 1;
        benchmark.proofs = 10;
        benchmark.rounds = 1;

        assertThat(benchmark.run()).contains("2,000 events", "Full tiles over HTTP a second");
    }
}
