package org.stele.command.importing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A workbook that was made to exhaust its reader is refused in words. */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class WorkbookLimitsTest {

    private static final ImportKind KIND = ImportKind.ARRIVALS;
    private static final String SHEET = "xl/worksheets/sheet1.xml";

    private final ImportFixture fixture = new ImportFixture();

    @ParameterizedTest
    @CsvSource({
        "'<worksheet><sheetData><row><c r=\"A1\" t=\"inlineStr\"><is><t>',a",
        "'<worksheet><sheetData><row><c r=\"A1\"><v>',1",
        "'<worksheet><sheetData><row><c r=\"',A",
        "'<worksheet><!-- ',<",
        "'<worksheet><sheetData><row><c t=\"inlineStr\"><is><t><![CDATA[',<",
        "'<worksheet><',a"
    })
    void a_token_of_more_than_a_mebibyte_is_refused(String before, String repeated) throws IOException {
        assertThat(refusal(withLong(SHEET, before, repeated, 5 << 20))).containsAnyOf("too long", "damaged");
    }

    @Test
    void a_million_different_texts_are_read_and_no_more() throws IOException {
        byte[] bomb = withLong("xl/sharedStrings.xml", "<sst>", "<si><t/></si>", 1_000_001);

        assertThat(refusal(bomb)).contains("more than 1000000 different texts");
    }

    @Test
    void a_text_of_many_runs_is_refused() throws IOException {
        byte[] bomb = withLong("xl/sharedStrings.xml", "<sst><si>", "<t>aaaaaaaaaaaaaaaa</t>", 100_000);

        assertThat(refusal(bomb)).contains("more than 1048576 characters");
    }

    @Test
    void more_than_a_hundred_thousand_styles_are_refused() throws IOException {
        byte[] bomb = withLong("xl/styles.xml", "<styleSheet><cellXfs>", "<xf numFmtId=\"0\"/>", 100_001);

        assertThat(refusal(bomb)).contains("more than 100000 styles");
    }

    @Test
    void empty_columns_without_end_are_refused() throws IOException {
        byte[] bomb = withLong(SHEET, "<worksheet><sheetData>", "<row><c r=\"XFD1\"/></row>", 12_300);

        assertThat(refusal(bomb)).contains("too many empty columns");
    }

    @ParameterizedTest
    @ValueSource(strings = {"XFE1", "ZZZ1", "ZZZZZZZ1", "a1", "1", "A", "", "A1\"/><c r=\"A1"})
    void a_cell_that_no_sheet_has_is_refused(String place) {
        assertThat(refusal(Xlsx.sheet("<row r=\"1\"><c r=\"%s\"/></row>".formatted(place))))
                .contains("row 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1048577", "99999999999", "x"})
    void a_row_that_no_sheet_has_is_refused(String number) {
        assertThat(refusal(Xlsx.sheet("<row r=\"%s\"/>".formatted(number)))).contains("expected r from 1 to 1048576");
    }

    @Test
    void rows_out_of_order_are_refused() {
        assertThat(refusal(Xlsx.sheet("<row r=\"2\"/><row r=\"2\"/>"))).contains("expected r from 3");
    }

    @Test
    void a_document_type_is_refused_and_no_entity_is_read() {
        Map<String, String> parts = Xlsx.parts("<row/>");
        parts.computeIfPresent(
                SHEET,
                (_, xml) -> "<!DOCTYPE worksheet [<!ENTITY a \"aaaa\"><!ENTITY b SYSTEM \"file:///etc/passwd\">]>"
                        + xml.replace("<row/>", "<row><c t=\"str\"><v>&b;</v></c></row>"));

        assertThat(refusal(Xlsx.zip(parts))).containsAnyOf("document type", "damaged");
    }

    @Test
    void a_hundred_thousand_written_ampersands_are_no_bomb() {
        Map<String, String> parts = Xlsx.parts("<row>" + Xlsx.text("A1", "&".repeat(60_000)) + "</row>"
                + "<row r=\"2\">" + Xlsx.text("A2", "&".repeat(60_000)) + "</row>");

        assertThat(refusal(Xlsx.zip(parts))).doesNotContain("workbook");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xl/workbook.xml", SHEET})
    void a_missing_part_is_named(String part) {
        Map<String, String> parts = Xlsx.parts("<row/>");
        parts.remove(part);

        assertThat(refusal(Xlsx.zip(parts))).contains("no part " + part);
    }

    @Test
    void a_workbook_without_a_visible_sheet_is_refused() {
        Map<String, String> parts = Xlsx.parts("<row/>");
        parts.computeIfPresent("xl/workbook.xml", (_, xml) -> xml.replace("sheetId", "state=\"veryHidden\" sheetId"));

        assertThat(refusal(Xlsx.zip(parts))).contains("no visible sheet");
    }

    @Test
    void what_only_begins_as_a_workbook_is_refused() {
        assertThat(refusal("PK\3\4 and nothing else".getBytes(US_ASCII))).contains("damaged");
    }

    @Test
    void a_workbook_that_is_cut_off_or_changed_anywhere_is_refused_or_read() {
        byte[] whole = Xlsx.of(ImportFixture.file(KIND, ImportFixture.row(KIND)));
        for (int size = 4; size < whole.length; size += 7) {
            assertThat(fixture.check(KIND, Arrays.copyOf(whole, size)).errors()).isNotEmpty();
        }
        for (int at = 4; at < whole.length; at += 3) {
            byte[] changed = whole.clone();
            changed[at] ^= 0x55;
            fixture.check(KIND, changed);
        }
    }

    private String refusal(byte[] workbook) {
        ImportReport report = fixture.enter(KIND, workbook);
        assertThat(report.errors()).isNotEmpty();
        assertThat(fixture.ledger.recorded()).isEmpty();
        return report.errors().getFirst().message();
    }

    /** A workbook in which one part repeats a text. */
    private static byte[] withLong(String name, String before, String repeated, int times) throws IOException {
        Map<String, String> parts = Xlsx.parts("<row/>");
        parts.remove(name);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.NO_COMPRESSION); // Whatever is far larger unpacked is refused for that.
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(UTF_8));
            }
            zip.putNextEntry(new ZipEntry(name));
            zip.write(before.getBytes(UTF_8));
            byte[] block = repeated.repeat(1_000).getBytes(UTF_8);
            for (int done = 0; done + 1_000 <= times; done += 1_000) {
                zip.write(block);
            }
            zip.write(repeated.repeat(times % 1_000).getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
