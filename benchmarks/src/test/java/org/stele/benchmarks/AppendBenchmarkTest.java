package org.stele.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The measurement measures what it says. How fast anything is, is not asserted: it depends on the machine. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("long")
class AppendBenchmarkTest {

    @Test
    void every_entrant_records_everything_durably_and_the_report_names_them() throws Exception {
        AppendBenchmark benchmark = new AppendBenchmark();
        benchmark.seconds = 1;
        benchmark.rounds = 1;
        benchmark.warmUps = 0;
        benchmark.submitters = List.of(8);
        benchmark.entrants = List.of(Entrant.values());
        benchmark.connections = 4;
        benchmark.copyEvents = 2_500;
        benchmark.copyBatch = 1_000;

        // A ledger that is unsound, or a database that lacks an acknowledged event, would make it fail.
        AppendReport report = benchmark.measure();

        assertThat(report.copies().events()).isGreaterThanOrEqualTo(2_500);
        assertThat(report.turns()).singleElement().satisfies(turn -> {
            assertThat(turn.loads()).containsOnlyKeys(Entrant.values());
            assertThat(turn.loads().values())
                    .allSatisfy(load -> assertThat(load.rate().events())
                            .isBetween((long) load.latencies().length, 3L * load.latencies().length));
        });
        assertThat(report.surroundings().postgres())
                .containsEntry("fsync", "on")
                .containsEntry("synchronous_commit", "on")
                .containsEntry("full_page_writes", "on");
        assertThat(report.markdown()).contains("| 8 | COPY |", "Axon 5.0.1 JPA", "Axon 4.13 JDBC", "fsync = on");
    }

    @Test
    void the_median_is_in_the_middle_and_a_percentile_is_one_of_the_values() {
        assertThat(Spread.median(new double[] {9, 1, 2})).isEqualTo(2);
        assertThat(Spread.median(new double[] {1, 2, 4, 9})).isEqualTo(3);
        long[] hundred = LongStream.rangeClosed(1, 100).toArray();
        assertThat(Spread.percentile(hundred, 0.50)).isEqualTo(50);
        assertThat(Spread.percentile(hundred, 0.99)).isEqualTo(99);
        assertThat(Spread.percentile(new long[] {7}, 0.99)).isEqualTo(7);
    }
}
