package org.stele.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("long")
class ImportBenchmarkTest {

    @ParameterizedTest
    @EnumSource
    void every_row_is_recorded_and_compared_with_copy(ImportedRows kind) throws Exception {
        ImportBenchmark benchmark = new ImportBenchmark();
        benchmark.kind = kind;
        benchmark.rows = 300;
        benchmark.rounds = 1;

        // A ledger that is unsound or lacks an event of a row would make it fail.
        assertThat(benchmark.run()).contains("| Of 300 rows |", "| Entered | ", "| COPY of what was entered | ");
    }
}
