package org.stele.query.export.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files of exports, opened again. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ExportFilesTest {

    @Test
    void another_process_in_another_language_and_zone_makes_the_same_bytes(@TempDir Path folder) throws Exception {
        Process other = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Duser.language=ar",
                        "-Duser.region=EG",
                        "-Duser.timezone=Asia/Tokyo",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SampleFiles.class.getName(),
                        folder.toString())
                .inheritIO()
                .start();
        assertThat(other.waitFor()).isZero();

        for (FileFormat format : FileFormat.values()) {
            assertThat(format.bytes(SampleFiles.sheet(), SampleFiles.provenance()))
                    .as("%s", format)
                    .isEqualTo(Files.readAllBytes(SampleFiles.file(folder, format)));
        }
    }

    @Test
    void csv_has_a_line_of_names_and_a_line_a_row_with_the_view_in_each() throws IOException {
        String csv = new String(bytes(FileFormat.CSV), UTF_8);

        List<CsvRecord> records;
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(csv)) {
            records = reader.stream().toList();
        }
        assertThat(csv)
                .startsWith("what,count,day,view_effective_on,view_tree_size\r\n")
                .endsWith("\r\n");
        assertThat(records).hasSize(6);
        assertThat(records.get(1).getFields())
                .containsExactly("'=HYPERLINK(\"http://example.org\")", "11490", "2018-12-31", "2019-12-23", "214");
        assertThat(records.get(2).getFields()).startsWith("-3", "0.8125", "");
        assertThat(records.get(3).getFields()).startsWith("Côte d'Ivoire, \"Türkiye\"\nРоссия جمهورية", "-7");
    }

    @Test
    void a_text_that_a_spreadsheet_would_compute_gets_an_apostrophe_and_a_number_gets_none() {
        for (String formula : List.of("=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "-", "=\n1")) {
            assertThat(CsvFile.safe(Cell.of(formula))).isEqualTo("'" + formula);
        }
        for (String plain : List.of("-1", "+1", "-0.5", "1=1", "a@b", "'=1")) {
            assertThat(CsvFile.safe(Cell.of(plain))).isEqualTo(plain);
        }
        assertThat(CsvFile.safe(Cell.of(-7))).isEqualTo("-7");
    }

    @Test
    void the_first_json_line_is_the_view_and_every_other_a_row() {
        List<JsonNode> lines = new String(bytes(FileFormat.JSONL), UTF_8)
                .lines()
                .map(JsonMapper.builder().build()::readTree)
                .toList();

        assertThat(lines).hasSize(6);
        assertThat(lines.getFirst().at("/view/tree_size").asLong()).isEqualTo(214);
        assertThat(lines.getFirst().at("/view/check").asString()).isEqualTo("Ask again.");
        assertThat(lines.get(1).get("count").asLong()).isEqualTo(11_490);
        assertThat(lines.get(4).propertyNames()).containsExactly("what", "count", "day");
        assertThat(lines.get(4).get("count").isNull()).isTrue();
    }

    @Test
    void a_workbook_has_typed_cells_and_a_sheet_that_says_where_they_come_from() throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(bytes(FileFormat.XLSX)))) {
            List<Row> rows = book.getFirstSheet().read();
            assertThat(rows.get(0).getCellText(0)).isEqualTo("What");
            assertThat(rows.get(1).getCell(0).getType()).isEqualTo(CellType.STRING);
            assertThat(rows.get(1).getCellText(0)).startsWith("=HYPERLINK");
            assertThat(rows.get(1).getCellAsNumber(1).orElseThrow()).isEqualByComparingTo("11490");
            assertThat(rows.get(1).getCellAsDate(2).orElseThrow().toLocalDate()).hasToString("2018-12-31");
            assertThat(rows.get(2).getCellText(0)).isEqualTo("-3");
            Stream<Row> facts = book.getSheet(1).orElseThrow().openStream();
            assertThat(facts.map(row -> row.getCellText(0)))
                    .containsExactly("Effective on", "Tree size", "How to check it");
        }
    }

    @Test
    void a_pdf_can_be_read_as_text_and_carries_its_fonts() throws IOException {
        try (PDDocument document = Loader.loadPDF(bytes(FileFormat.PDF))) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text)
                    .contains("Sample", "=HYPERLINK", "11,490", "2018-12-31", "Côte d'Ivoire", "Россия", "<b>&amp;</b>")
                    .contains("Tree size", "214", "1 / 1");
            for (PDPage page : document.getPages()) {
                PDResources resources = page.getResources();
                assertThat(StreamSupport.stream(resources.getFontNames().spliterator(), false))
                        .isNotEmpty()
                        .allSatisfy(name ->
                                assertThat(resources.getFont(name).isEmbedded()).isTrue());
            }
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Sample");
        }
    }

    @Test
    void a_cell_of_another_kind_than_its_column_is_refused() {
        Sheet.Builder sheet = Sheet.of("Sample", Column.number("count", "Count"));

        assertThatThrownBy(() -> sheet.row("many")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> sheet.row(1, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] bytes(FileFormat format) {
        return format.bytes(SampleFiles.sheet(), SampleFiles.provenance());
    }
}
