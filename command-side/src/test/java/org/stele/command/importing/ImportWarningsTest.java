package org.stele.command.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stele.command.importing.ImportFixture.file;
import static org.stele.command.importing.ImportFixture.row;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** All names are invented. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ImportWarningsTest {

    private final ImportFixture fixture = new ImportFixture();

    @Test
    void a_cell_that_may_hold_personal_data_is_listed_by_row_and_column_and_entered() {
        String file = file(
                ImportKind.EVIDENCE,
                row(ImportKind.EVIDENCE),
                row(ImportKind.EVIDENCE, "statement", "Pak Jin-hyok was seen."));

        ImportReport checked = fixture.check(ImportKind.EVIDENCE, file.getBytes(StandardCharsets.UTF_8));
        ImportReport entered = fixture.enter(ImportKind.EVIDENCE, file);

        assertThat(checked.warningsCount()).isEqualTo(1);
        assertThat(entered.warnings())
                .isEqualTo(checked.warnings())
                .singleElement()
                .satisfies(warning -> {
                    assertThat(warning.row()).isEqualTo(3);
                    assertThat(warning.column()).isEqualTo("statement");
                    assertThat(warning.message()).contains("name of a person").doesNotContain("Pak");
                });
        assertThat(entered.errorsCount()).isZero();
        assertThat(entered.entered()).isEqualTo(2);
    }

    @Test
    void of_the_real_files_two_cells_are_warned_of() {
        long warnings = 0;
        for (ImportKind kind : new ImportKind[] {ImportKind.FILINGS, ImportKind.CLAIMS, ImportKind.EVIDENCE}) {
            warnings += fixture.check(kind, ImportFixture.resource(kind)).warningsCount();
        }
        assertThat(warnings).isLessThanOrEqualTo(2);
    }
}
