package org.stele.command.importing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.stele.command.importing.ImportFixture.file;
import static org.stele.command.importing.ImportFixture.header;
import static org.stele.command.importing.ImportFixture.row;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stele.command.entry.Rejected;
import org.stele.command.evidence.recordevidence.RecordEvidence;
import org.stele.command.importing.workbook.WorkbookText;
import org.stele.events.Actor;
import org.stele.events.Role;
import org.stele.web.limit.Limit;

/** A file is ordinary CSV in UTF-8 with the columns of its kind, or it is refused whole. */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class ImportFormTest {

    private static final ImportKind KIND = ImportKind.EVIDENCE;
    private static final String HEADER = header(KIND);
    private static final String RIGHT = file(KIND, row(KIND));
    private static final String LINE = RIGHT.substring(HEADER.length());

    private final ImportFixture fixture = new ImportFixture();

    @ParameterizedTest
    @CsvSource({"'\n'", "'\r\n'", "'\r'"})
    void all_three_line_ends_are_ordinary(String lineEnd) {
        ImportReport report = fixture.enter(KIND, (RIGHT + LINE).replace("\n", lineEnd));

        assertThat(report.errors()).isEmpty();
        assertThat(report.rows()).isEqualTo(2);
        assertThat(report.entered()).isEqualTo(2);
    }

    @Test
    void a_byte_order_mark_is_skipped() {
        assertThat(fixture.enter(KIND, "\uFEFF" + RIGHT).entered()).isEqualTo(1);
    }

    @Test
    void the_last_line_needs_no_end() {
        assertThat(fixture.enter(KIND, RIGHT.stripTrailing()).entered()).isEqualTo(1);
    }

    @Test
    void columns_may_stand_in_another_order() {
        String moved = RIGHT.lines()
                .map(line -> line.substring(line.indexOf(',') + 1) + "," + line.substring(0, line.indexOf(',')))
                .reduce("", (all, line) -> all + line + "\n");

        assertThat(fixture.enter(KIND, moved).entered()).isEqualTo(1);
        assertThat(fixture.recorded(RecordEvidence.class)
                        .getFirst()
                        .memberState()
                        .iso3())
                .isEqualTo("NOR");
    }

    @Test
    void a_line_end_within_a_text_starts_no_row() {
        Map<String, String> twoLines = row(KIND, "statement", "One, \"two\"\r\nand three.");

        ImportReport report = fixture.enter(KIND, file(KIND, twoLines, row(KIND, "figure", "x")));
        fixture.enter(KIND, file(KIND, twoLines));

        assertThat(report.errors()).singleElement().extracting(ImportError::row).isEqualTo(3L);
        assertThat(fixture.recorded(RecordEvidence.class).getFirst().statement())
                .isEqualTo("One, \"two\"\r\nand three.");
    }

    @Test
    void a_blank_line_is_no_row_of_its_own_but_counts_as_in_a_spreadsheet() {
        ImportReport report = fixture.enter(
                KIND, RIGHT + "\n\n" + file(KIND, row(KIND, "figure", "x")).substring(HEADER.length()));

        assertThat(report.rows()).isEqualTo(2);
        assertThat(report.errors()).singleElement().extracting(ImportError::row).isEqualTo(5L);
    }

    @ParameterizedTest
    @CsvSource({"';',semicolons", "'\t',tabs", "'|',vertical bars"})
    void another_separator_is_named(String separator, String named) {
        ImportError error = refused(RIGHT.replace(",", separator), 1, null);

        assertThat(error.message()).contains("commas", named, "iso3,state");
        assertThat(error.got()).startsWith("iso3" + separator.replace("\t", "\\u0009") + "state");
    }

    @Test
    void a_missing_column_is_named() {
        ImportError error = refused(RIGHT.replace("contests,", "").replace("false,", ""), 1, "contests");

        assertThat(error.message()).contains("missing");
    }

    @ParameterizedTest
    @CsvSource({"FILINGS,published_on", "EVIDENCE,measure", "EVIDENCE,confidential", "NOTICES,basis", "NOTICES,visa"})
    void a_column_that_came_later_may_be_missing(ImportKind kind, String column) {
        int index = kind.columns().indexOf(column);
        String without = file(kind, row(kind))
                .lines()
                .map(line -> {
                    List<String> cells = new ArrayList<>(List.of(line.split(",", -1)));
                    cells.remove(index);
                    return String.join(",", cells) + "\n";
                })
                .collect(Collectors.joining());

        assertThat(fixture.enter(kind, without).entered()).isEqualTo(1);
    }

    @Test
    void a_column_too_many_is_named() {
        ImportError error = refused(RIGHT.replace("iso3,", "iso3,colour,").replace("NOR,", "NOR,red,"), 1, "colour");

        assertThat(error.message()).contains("no such column in a file of evidence");
    }

    @Test
    void a_column_that_is_there_twice_is_named() {
        ImportError error = refused(RIGHT.replace("iso3,", "iso3,iso3,").replace("NOR,", "NOR,NOR,"), 1, "iso3");

        assertThat(error.message()).contains("twice");
    }

    @Test
    void the_header_of_another_kind_is_refused() {
        ImportReport report = fixture.enter(ImportKind.CLAIMS, RIGHT);

        assertThat(report.errors()).extracting(ImportError::column).contains("claim_kind", "as_of_from");
        assertThat(fixture.ledger.recorded()).isEmpty();
    }

    @Test
    void a_row_with_too_few_cells_is_named() {
        assertThat(refused(RIGHT + "NOR,\n", 3, null).message()).contains("Expected 14 cells", "got 2");
    }

    @Test
    void a_row_with_too_many_cells_is_named() {
        assertThat(refused(RIGHT + LINE.replace("\n", ",\n"), 3, null).message())
                .contains("Expected 14 cells", "got 15");
    }

    @Test
    void an_empty_file_is_refused() {
        assertThat(refused("", 1, null).message()).contains("empty", "iso3,state");
        assertThat(refused("\uFEFF", 1, null).message()).contains("empty");
        assertThat(refused("\n", 1, null).message()).contains("blank");
    }

    @Test
    void a_header_alone_is_refused() {
        assertThat(refused(HEADER, 1, null).message()).contains("no rows");
        assertThat(refused(HEADER + "\n\n", 1, null).message()).contains("no rows");
    }

    @Test
    void a_byte_that_is_not_utf_8_is_named_by_row_and_column() {
        byte[] latin = (RIGHT
                        + file(KIND, row(KIND, "statement", "Two,\nin Genève")).substring(HEADER.length()))
                .getBytes(ISO_8859_1);

        ImportError error = refused(latin, 3, "statement");

        assertThat(error.message()).contains("UTF-8");
        assertThat(error.got()).isEqualTo("byte 0xE8");
    }

    @Test
    void a_character_that_is_cut_off_at_the_end_is_no_utf_8() {
        refused((RIGHT + "NOR,Norw\u00E4").substring(0, RIGHT.length() + 9).getBytes(ISO_8859_1), 3, "state");
    }

    @Test
    void an_overlong_or_surrogate_encoding_is_no_utf_8() {
        byte[] overlong = (HEADER + "##").getBytes(UTF_8);
        overlong[HEADER.length()] = (byte) 0xC0;
        overlong[HEADER.length() + 1] = (byte) 0x80;

        refused(overlong, 2, "iso3");
    }

    @Test
    void utf_16_is_named() {
        assertThat(refused(RIGHT.getBytes(UTF_16), 1, null).message()).contains("got UTF-16");
    }

    @Test
    void a_quotation_mark_that_is_not_closed_is_named_by_the_row_it_opens_in() {
        assertThat(refused(RIGHT + "\"NOR,\n" + LINE, 3, null).message()).contains("quotation mark is not closed");
    }

    @Test
    void text_after_a_closing_quotation_mark_is_refused() {
        refused(RIGHT + LINE.replace("NOR", "\"NOR\"x"), 3, null);
    }

    @Test
    void an_unclosed_cell_is_refused() {
        String endless = "\"" + "a".repeat(CsvRecords.MAX_CELL_CHARACTERS + 1) + "\"";

        assertThat(refused(RIGHT + LINE.replace("Norway", endless).replace("NOR,", endless + ","), 3, null)
                        .message())
                .contains("longer than 1048576 characters");
    }

    @Test
    void a_file_above_the_limit_is_refused() {
        byte[] file = (RIGHT + LINE).getBytes(UTF_8);

        assertThat(checked(file, file.length).isEmpty()).isTrue();
        assertThat(checked(file, file.length - 1).listed())
                .singleElement()
                .satisfies(error -> assertThat(error.message()).contains("1,073,741,824 bytes"));
    }

    @Test
    void a_row_above_the_limit_is_refused() {
        String tiny = "x\n".repeat((int) Limit.IMPORT_ROWS.byDefault());

        ImportReport report = fixture.enter(KIND, HEADER + tiny + "x\n");

        assertThat(report.rows()).isEqualTo(1_000_000);
        assertThat(report.errorsCount()).isEqualTo(1_000_001);
    }

    @Test
    void nobody_but_a_registrar_imports() {
        Actor chair = new Actor("chair-1", Role.CHAIR, null);

        assertThatExceptionOfType(Rejected.class)
                .isThrownBy(() ->
                        fixture.importer.enter(KIND, InputStream.nullInputStream(), chair, ImportProgress.silent()))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("role-not-allowed"));
    }

    private static ImportErrors checked(byte[] bytes, long mostBytes) {
        try (ImportFile file = ImportFile.read(
                new ByteArrayInputStream(bytes), new WorkbookText(ImportFile.MAX_BYTES, 1 << 20), mostBytes)) {
            return ImportCheck.of(KIND, file, LocalDate.of(2026, 10, 1), 1_000_000, ImportProgress.silent())
                    .errors();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ImportError refused(String file, long row, @Nullable String column) {
        return refused(file.getBytes(UTF_8), row, column);
    }

    private ImportError refused(byte[] file, long row, @Nullable String column) {
        ImportReport report = fixture.enter(KIND, file);
        assertThat(report.errors()).singleElement().satisfies(error -> {
            assertThat(error.row()).isEqualTo(row);
            assertThat(error.column()).isEqualTo(column);
        });
        assertThat(report.entered()).isZero();
        assertThat(fixture.ledger.recorded()).isEmpty();
        return report.errors().getFirst();
    }
}
