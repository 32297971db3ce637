package org.stele.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("long")
class GatewayBenchmarkTest {

    @Test
    void every_way_records_what_it_acknowledges_and_the_time_is_explained() throws Exception {
        GatewayBenchmark benchmark = new GatewayBenchmark();
        benchmark.seconds = 1;
        benchmark.rounds = 1;
        benchmark.warmUps = 0;
        benchmark.submitters = List.of(16);
        benchmark.jfr = true;

        // A ledger that is unsound or lacks an acknowledged event would make it fail.
        assertThat(benchmark.section())
                .contains(
                        "| 16 | engine |",
                        "| 16 | gateway |",
                        "| 16 | gateway and receipt |",
                        "Where this process spent its CPU");
    }
}
