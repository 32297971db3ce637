package org.stele.query.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The views as files: each says what the view says, where it comes from, and the same twice. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ExportsOverHttpTest extends RunningQuerySide {

    private static final String VIEW = "?effectiveOn=2019-12-23&knownOn=2019-12-23&treeSize=";
    private static final List<String> FORMATS = List.of("csv", "xlsx", "jsonl", "pdf");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/board",
                "/api/v1/states/RUS",
                "/api/v1/states/RUS/due",
                "/api/v1/due",
                "/api/v1/discrepancies",
                "/api/v1/screenings"
            })
    void the_same_view_is_the_same_bytes_whatever_was_asked_between(String path) throws Exception {
        String view = VIEW + (head() - 1);
        for (String format : FORMATS) {
            HttpResponse<byte[]> first = bytes(path + "." + format + view);
            bytes(path + "." + format + "?effectiveOn=2018-01-01&treeSize=7");
            HttpResponse<byte[]> again = bytes(path + "." + format + view);

            assertThat(first.statusCode()).as(path + format).isEqualTo(200);
            assertThat(first.body()).as(path + format).isNotEmpty().isEqualTo(again.body());
            assertThat(header(first, "ETag")).isEqualTo(header(again, "ETag"));
            assertThat(header(first, "Content-Disposition")).endsWith("-" + (head() - 1) + "." + format + "\"");
            assertThat(get(path + "." + format + view, "If-None-Match", header(first, "ETag"))
                            .statusCode())
                    .isEqualTo(304);
        }
    }

    @Test
    void the_board_has_every_state_with_its_statuses_and_figures() throws Exception {
        List<NamedCsvRecord> rows = csv("/api/v1/board.csv" + VIEW + head());
        JsonNode board = json("/api/v1/board" + VIEW + head());

        assertThat(rows).hasSize(193);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(rows.get(i).getField("iso3"))
                    .isEqualTo(board.at("/states/" + i + "/iso3").asString());
            assertThat(rows.get(i).getField("repatriation"))
                    .isEqualTo(board.at("/states/" + i + "/repatriation").asString());
        }
        NamedCsvRecord russia = rows.stream()
                .filter(row -> row.getField("iso3").equals("RUS"))
                .findFirst()
                .orElseThrow();
        assertThat(List.of(
                        russia.getField("baseline"),
                        russia.getField("baseline_basis"),
                        russia.getField("repatriated"),
                        russia.getField("remaining"),
                        russia.getField("remaining_on"),
                        russia.getField("derived")))
                .containsExactly(
                        "30023",
                        "PERMITS",
                        "18533",
                        "11490",
                        "2018-12-31",
                        "BASELINE REPATRIATED REMAINING REPAT REP-HALF");
        assertThat(russia.getField("view_tree_size")).isEqualTo(Long.toString(head()));
        assertThat(russia.getField("view_root")).matches("[0-9a-f]{64}");
        assertThat(russia.getField("view_address")).isEqualTo("/api/v1/board.csv" + VIEW + head());
        assertThat(rows.stream()
                        .filter(row -> row.getField("iso3").equals("CHN"))
                        .toList()
                        .getFirst()
                        .getField("remaining"))
                .isEmpty();
    }

    @Test
    void the_public_board_leaves_empty_what_is_withheld_and_counts_no_discrepancies_there() throws Exception {
        NamedCsvRecord china = csv("/api/v1/board.csv?audience=PUBLIC").stream()
                .filter(row -> row.getField("iso3").equals("CHN"))
                .findFirst()
                .orElseThrow();

        assertThat(china.getField("repatriation")).isEqualTo("WITHHELD");
        assertThat(china.getField("view_audience")).isEqualTo("PUBLIC");
        for (String empty : List.of("baseline", "remaining", "exempt", "outstanding", "open_discrepancies")) {
            assertThat(china.getField(empty)).as(empty).isEmpty();
        }
    }

    @Test
    void every_format_of_a_view_has_the_same_rows() throws Exception {
        String path = "/api/v1/states/RUS.%s" + VIEW + head();
        int rows = csv(path.formatted("csv")).size();

        assertThat(new String(bytes(path.formatted("jsonl")).body(), UTF_8).lines())
                .hasSize(rows + 1);
        try (ReadableWorkbook book = new ReadableWorkbook(
                new ByteArrayInputStream(bytes(path.formatted("xlsx")).body()))) {
            List<Row> read = book.getFirstSheet().read();
            assertThat(read).hasSize(rows + 1);
            assertThat(book.getFirstSheet().getName()).isEqualTo("State file of Russian Federatio");
        }
        assertThat(text(bytes(path.formatted("pdf")).body()))
                .contains("Russian Federation", "NOT REPORTED COMPLETE", "11,490", "Tree size", "stele-verify");
    }

    @Test
    void changes_name_what_differs_and_the_causes() throws Exception {
        List<NamedCsvRecord> rows =
                csv("/api/v1/states/RUS/changes.csv?from=2018-01-01/2018-01-01/&to=2019-12-23/2019-12-23/");

        assertThat(rows.stream().map(row -> row.getField("row")).distinct())
                .contains("DIFFERENCE", "ENTERED", "MILESTONE");
        assertThat(rows.stream()
                        .filter(row -> row.getField("what").equals("repatriation.status"))
                        .toList()
                        .getFirst()
                        .getField("to"))
                .isEqualTo("NOT_REPORTED_COMPLETE");
        assertThat(rows.getFirst().getField("view_to_known_on")).isEqualTo("2019-12-23");
    }

    @Test
    void discrepancies_are_those_of_the_states() throws Exception {
        List<NamedCsvRecord> all = csv("/api/v1/discrepancies.csv");
        assertThat(all).isNotEmpty();
        String code = all.getFirst().getField("code");

        assertThat(csv("/api/v1/discrepancies.csv?code=" + code))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.getField("code")).isEqualTo(code));
        assertThat(csv("/api/v1/discrepancies.csv?state=BTN")).isEmpty();
    }

    @Test
    void what_is_due_of_one_state_is_what_the_api_says() throws Exception {
        List<NamedCsvRecord> rows = csv("/api/v1/states/RUS/due.csv" + VIEW + head());
        JsonNode due = json("/api/v1/states/RUS/due" + VIEW + head());

        assertThat(rows.stream().filter(row -> row.getField("row").equals("DUE")))
                .extracting(row -> row.getField("what"))
                .containsExactlyElementsOf(due.get("due").findValuesAsString("code"));
        NamedCsvRecord older = rows.stream()
                .filter(row -> row.getField("obligation").equals("NIR-2397"))
                .findFirst()
                .orElseThrow();
        assertThat(older.getField("row")).isEqualTo("OLDER_REPORT");
        assertThat(older.getField("what"))
                .isEqualTo(due.at("/reports/NIR-2397/status").asString());
        assertThat(older.getField("due_on"))
                .isEqualTo(due.at("/reports/NIR-2397/dueOn").asString());
        assertThat(rows.getFirst().getField("view_address")).isEqualTo("/api/v1/states/RUS/due.csv" + VIEW + head());
    }

    @Test
    void what_is_due_of_all_states_is_ordered_by_days_and_says_what_it_lacks() throws Exception {
        List<NamedCsvRecord> rows = csv("/api/v1/due.csv" + VIEW + head());
        JsonNode due = json("/api/v1/due" + VIEW + head()).get("due");

        assertThat(rows)
                .extracting(row -> row.getField("iso3") + row.getField("what"))
                .containsExactlyElementsOf(due.values().stream()
                        .map(item -> item.get("memberState").asString()
                                + item.get("code").asString())
                        .toList());
        assertThat(rows.getFirst().getField("days_are")).isEqualTo("PAST");
        assertThat(csv("/api/v1/due.csv?code=REPORT_DUE&obligation=REP-FIN&effectiveOn=2020-03-20"))
                .isNotEmpty()
                .allSatisfy(row -> {
                    assertThat(row.getField("days")).isEqualTo("2");
                    assertThat(row.getField("days_are")).isEqualTo("LEFT");
                    assertThat(row.getField("due_on")).isEqualTo("2020-03-22");
                    assertThat(row.getField("view_address")).contains("&code=REPORT_DUE&obligation=REP-FIN");
                });
        assertThat(csv("/api/v1/due.csv?audience=PUBLIC").getFirst().getField("view_incomplete"))
                .contains("Not computed for this audience", "CHN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/board.csv?state=RUS",
                "/api/v1/states/RUS.xlsx?effectiveOn=2019-13-01",
                "/api/v1/discrepancies.pdf?code=NONE",
                "/api/v1/discrepancies.pdf?status=CLOSED",
                "/api/v1/due.csv?code=LATE",
                "/api/v1/due.csv?obligation=REP",
                "/api/v1/states/RUS/due.csv?code=REPORT_OVERDUE",
                "/api/v1/screenings.csv?question=WHO",
                "/api/v1/screenings.csv?status=LOST",
                "/api/v1/states/RUS/changes.csv?from=2019",
                "/api/v1/states/RUS/changes.csv?from=//999999",
                "/api/v1/states/RUS/changes.csv?from=2019-02-30//"
            })
    void a_parameter_of_a_wrong_form_is_refused(String path) {
        HttpResponse<String> refused = get(path);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).doesNotContain("org.stele");
    }

    @Test
    void an_unknown_state_or_format_is_not_found() {
        assertThat(get("/api/v1/states/XXX.csv").statusCode()).isEqualTo(404);
        assertThat(get("/api/v1/board.ods").statusCode()).isEqualTo(404);
    }

    /** For a person to look at: {@code -Dstele.exports=FOLDER}. */
    @Test
    void files_can_be_kept_to_be_looked_at() throws Exception {
        String folder = System.getProperty("stele.exports");
        for (String format : FORMATS) {
            for (String name : List.of("board", "states/RUS", "states/RUS/due", "due", "discrepancies")) {
                byte[] body =
                        bytes("/api/v1/" + name + "." + format + VIEW + head()).body();
                assertThat(body).isNotEmpty();
                if (folder != null) {
                    Files.write(Path.of(folder, name.replace('/', '-') + "." + format), body);
                }
            }
        }
    }

    private List<NamedCsvRecord> csv(String path) throws Exception {
        HttpResponse<byte[]> response = bytes(path);
        assertThat(response.statusCode()).as(new String(response.body(), UTF_8)).isEqualTo(200);
        assertThat(header(response, "Content-Type")).isEqualTo("text/csv;charset=utf-8");
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().ofNamedCsvRecord(new String(response.body(), UTF_8))) {
            return reader.stream().toList();
        }
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElseThrow();
    }

    private HttpResponse<byte[]> bytes(String path) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request(path).build(), BodyHandlers.ofByteArray());
        }
    }
}
