package org.stele.command.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stele.command.attestation.submitattestation.SubmitAttestation;
import org.stele.events.MemberState;
import org.stele.events.attestation.AttestationContent;
import org.stele.events.attestation.Figures;

/** Files as spreadsheets save them: what is meant is entered, and what may mean two things is asked about. */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class ImportSpreadsheetTest {

    private static final ImportKind KIND = ImportKind.FILINGS;

    private final ImportFixture fixture = new ImportFixture();

    @ParameterizedTest
    @ValueSource(strings = {"TRUE", "padded", "trailing-commas-blankrows", "thousands"})
    void what_a_spreadsheet_makes_of_a_right_file_is_entered(String name) {
        ImportReport report = fixture.enter(KIND, input(name));

        assertThat(report.errors()).isEmpty();
        assertThat(report.rows()).isEqualTo(1);
        assertThat(report.entered()).isEqualTo(1);
        assertThat(fixture.recorded(SubmitAttestation.class)).singleElement().satisfies(filed -> {
            assertThat(filed.memberState()).isEqualTo(MemberState.NOR);
            assertThat(filed.content().declaredNil()).isEqualTo(name.equals("TRUE"));
            assertThat(filed.content().figuresDerived()).isFalse();
            assertThat(filed.content().summary()).isEqualTo("A summary.");
            assertThat(repatriated(filed.content())).isEqualTo(name.equals("thousands") ? 1_234 : 5);
        });
    }

    private static int repatriated(AttestationContent content) {
        Figures workers = Objects.requireNonNull(content.workers());
        return Objects.requireNonNull(workers.repatriated()).value();
    }

    @Test
    void a_header_of_more_than_a_thousand_columns_is_named_as_such() {
        ImportError error = refused(input("many-cols"), 1, null);

        assertThat(error.message()).startsWith("Expected at most 1000 columns, got 5021.");
    }

    @ParameterizedTest
    @CsvSource({"received_from", "received_to"})
    void a_day_that_may_be_two_days_is_refused_with_both(String column) {
        ImportReport report = fixture.enter(KIND, input("excel-date"));

        assertThat(report.errors())
                .filteredOn(error -> column.equals(error.column()))
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.row()).isEqualTo(2);
                    assertThat(error.message())
                            .contains("3 January 2020 or 1 March 2020", "Write 2020-01-03 or 2020-03-01");
                    assertThat(error.got()).isEqualTo("3/1/2020");
                });
        assertThat(fixture.ledger.recorded()).isEmpty();
    }

    @Test
    void a_text_that_turns_the_direction_of_reading_is_refused_with_its_place() {
        ImportError error = refused(input("rtl"), 2, "summary");

        assertThat(error.message()).contains("U+202E (RIGHT-TO-LEFT OVERRIDE) at character 4");
        assertThat(error.got()).isNull();
    }

    @Test
    void columns_without_a_name_after_the_last_are_none_while_nothing_stands_in_them() {
        String wide = ImportFixture.file(KIND, ImportFixture.row(KIND)).replace("\n", ",,,\n");

        assertThat(fixture.check(KIND, wide.getBytes(UTF_8)).errors()).isEmpty();
        ImportError error = refused(wide.replaceFirst(",\n$", ",x\n").getBytes(UTF_8), 2, null);
        assertThat(error.message()).startsWith("Cell 25 stands under no column name.");
    }

    @Test
    void a_file_of_blank_rows_has_no_rows() {
        String blank = ImportFixture.header(KIND) + ",,,\n\n , ,\n\"\",\"\"\n";

        assertThat(refused(blank.getBytes(UTF_8), 1, null).message()).contains("no rows");
    }

    @ParameterizedTest
    @CsvSource({"TRUE,true", "True,true", "true,true", "FALSE,false", " False ,false"})
    void a_flag_may_be_written_in_upper_case(String written, boolean meant) {
        assertThat(fixture.enter(KIND, ImportFixture.file(KIND, ImportFixture.row(KIND, "declared_nil", written)))
                        .errors())
                .isEmpty();
        assertThat(fixture.recorded(SubmitAttestation.class)
                        .getFirst()
                        .content()
                        .declaredNil())
                .isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({"1 March 2020", "01.03.2020x", "13/3/2020", "2020/03/13"})
    void a_day_in_words_or_in_one_order_is_read(String written) {
        boolean isRead = !written.endsWith("x");
        ImportReport report = fixture.enter(
                KIND,
                ImportFixture.file(
                        KIND, ImportFixture.row(KIND, "received_from", written, "received_to", "2020-03-31")));

        assertThat(report.errors().isEmpty()).isEqualTo(isRead);
    }

    private ImportError refused(byte[] file, long row, @Nullable String column) {
        ImportReport report = fixture.enter(KIND, file);
        assertThat(report.errors()).singleElement().satisfies(error -> {
            assertThat(error.row()).isEqualTo(row);
            assertThat(error.column()).isEqualTo(column);
        });
        assertThat(fixture.ledger.recorded()).isEmpty();
        return report.errors().getFirst();
    }

    private static byte[] input(String name) {
        String file = "inputs/" + name + ".csv";
        try (InputStream stream = Objects.requireNonNull(ImportSpreadsheetTest.class.getResourceAsStream(file), file)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
