package org.stele.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The measurement measures what it says. How fast anything is, is not asserted: it depends on the machine. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AppendBenchmarkTest {

    @Test
    void both_sides_record_everything_durably_and_the_report_names_them() throws Exception {
        AppendBenchmark benchmark = new AppendBenchmark();
        benchmark.seconds = 1;
        benchmark.rounds = 1;
        benchmark.submitters = List.of(1, 64);
        benchmark.copyEvents = 2_500;

        // A ledger that is unsound, has gaps or lacks an acknowledged event would make it fail.
        AppendReport report = benchmark.measure();

        assertThat(report.pairs()).extracting(AppendReport.Pair::submitters).containsExactly(1, 64);
        assertThat(report.pairs()).allSatisfy(pair -> {
            long commands = pair.engine().latencies().length;
            assertThat(pair.engine().rate().events()).isBetween(commands, 3 * commands);
            assertThat(pair.copy().events()).isEqualTo(report.supply().events()).isGreaterThanOrEqualTo(2_500);
        });
        assertThat(report.surroundings().postgres())
                .containsEntry("fsync", "on")
                .containsEntry("synchronous_commit", "on")
                .containsEntry("full_page_writes", "on");
        assertThat(report.markdown()).contains("| 1 | ", "| 64 | ", "fsync = on");
    }

    @Test
    void the_median_is_in_the_middle_and_a_percentile_is_one_of_the_values() {
        assertThat(AppendReport.median(new double[] {1, 2, 9})).isEqualTo(2);
        assertThat(AppendReport.median(new double[] {1, 2, 4, 9})).isEqualTo(3);
        long[] hundred = LongStream.rangeClosed(1, 100).toArray();
        assertThat(AppendReport.percentile(hundred, 0.50)).isEqualTo(50);
        assertThat(AppendReport.percentile(hundred, 0.99)).isEqualTo(99);
        assertThat(AppendReport.percentile(new long[] {7}, 0.99)).isEqualTo(7);
    }
}
