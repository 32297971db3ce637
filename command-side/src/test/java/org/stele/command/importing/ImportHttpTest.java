package org.stele.command.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.stele.command.importing.ImportFixture.file;
import static org.stele.command.importing.ImportFixture.row;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stele.command.testing.Client;
import org.stele.events.Sha256Digest;
import tools.jackson.databind.JsonNode;

/** Files are imported over HTTP by a registrar, all rows or none. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ImportHttpTest extends ImportServer {

    private static final ImportKind KIND = ImportKind.EVIDENCE;
    private static final String RIGHT = file(KIND, row(KIND), row(KIND, "iso3", "SWE"));
    private static final String WRONG = file(KIND, row(KIND), row(KIND, "figure", "-1", "contests", "no"));

    @Test
    void a_file_is_entered_and_a_repetition_says_that_it_was() {
        long before = head();
        byte[] file = unsent(RIGHT);

        JsonNode first = report("evidence", file);
        JsonNode again = report("evidence?dryRun=false", file);

        assertThat(first.toString())
                .isEqualTo("""
                    {"kind":"evidence","dryRun":false,"rows":2,"entered":2,"alreadyEntered":0,"errorsCount":0,"errors":[],"warningsCount":0,"warnings":[],\
                    "fileSha256":"%s"}\
                    """.formatted(Sha256Digest.of(file).hex()));
        assertThat(again.path("entered").intValue()).isZero();
        assertThat(again.path("alreadyEntered").intValue()).isEqualTo(2);
        assertThat(recordedAfter(before)).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"FILINGS", "CLAIMS", "EVIDENCE"})
    void the_real_files_are_taken(ImportKind kind) {
        JsonNode report = report(kind.id(), unsent(ImportFixture.resource(kind)));

        assertThat(report.path("entered").intValue())
                .isEqualTo(List.of(95, 6, 35).get(kind.ordinal()));
        assertThat(report.path("errorsCount").intValue()).isZero();
    }

    @Test
    void a_dry_run_enters_nothing() {
        long before = head();

        JsonNode report = report("evidence?dryRun=true", unsent(RIGHT));

        assertThat(report.path("dryRun").booleanValue()).isTrue();
        assertThat(report.path("rows").intValue()).isEqualTo(2);
        assertThat(report.path("entered").intValue()).isZero();
        assertThat(head()).isEqualTo(before);
    }

    @Test
    void a_dry_run_lists_errors_and_an_import_is_refused_for_them() {
        long before = head();

        JsonNode checked = report("evidence?dryRun=true", unsent(WRONG));
        JsonNode refused = client().send(post("evidence", unsent(WRONG))).problem(422);

        assertThat(checked.path("errorsCount").intValue()).isEqualTo(2);
        assertThat(checked.at("/errors/0").toString()).isEqualTo("""
            {"row":3,"column":"figure","message":"Expected a whole number from 0 to 10,000,000, such as 1200.\
             Leave the cell blank where none was stated.","got":"-1"}\
            """);
        assertThat(refused.path("code").stringValue()).isEqualTo("import-invalid");
        assertThat(refused.path("instance").stringValue()).isEqualTo("/api/v1/imports/evidence");
        assertThat(refused.path("errorsCount").intValue()).isEqualTo(2);
        assertThat(refused.at("/errors/1/row").intValue()).isEqualTo(3);
        assertThat(refused.at("/errors/1/column").stringValue()).isEqualTo("contests");
        assertThat(refused.at("/errors/1/field").stringValue()).isEqualTo("row 3, column contests");
        assertThat(refused.at("/errors/1/got").stringValue()).isEqualTo("no");
        assertThat(head()).isEqualTo(before);
    }

    @Test
    void an_empty_body_is_an_empty_file() {
        JsonNode refused = client().send(post("evidence", new byte[0])).problem(422);

        assertThat(refused.at("/errors/0/message").stringValue()).contains("empty");
    }

    @Test
    void lines_tell_how_far_it_has_come_and_last_the_result() {
        byte[] file = unsent(ImportFixture.resource(ImportKind.FILINGS));

        Client.Answer answer = answer(200, post("filings", file).header("Accept", "application/jsonl"));

        assertThat(answer.response().headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/jsonl");
        assertThat(answer.response().body().lines().toList())
                .hasSize(3)
                .startsWith("{\"checked\":95}", "{\"entered\":95,\"of\":95}")
                .last()
                .satisfies(line -> assertThat(
                                Client.JSON.readTree(line).path("entered").intValue())
                        .isEqualTo(95));
    }

    @Test
    void lines_end_in_the_errors_where_there_are_some() {
        long before = head();

        List<String> lines = answer(200, post("evidence", unsent(WRONG)).header("Accept", "application/jsonl"))
                .response()
                .body()
                .lines()
                .toList();

        assertThat(Client.JSON.readTree(lines.getLast()).path("errorsCount").intValue())
                .isEqualTo(2);
        assertThat(head()).isEqualTo(before);
    }

    @Test
    void a_client_that_goes_away_does_not_stop_an_import() throws IOException {
        long before = head();
        int rows = 1_000;
        byte[] file = unsent(ImportFixture.header(KIND)
                + RIGHT.lines().skip(1).findFirst().orElseThrow().concat("\n").repeat(rows));
        URI server = client().request("/").build().uri();
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoLinger(true, 0);
            socket.getOutputStream().write("""
                POST /api/v1/imports/evidence HTTP/1.1\r
                Host: localhost\r
                Content-Type: text/csv\r
                Accept: application/jsonl\r
                X-Stele-User: registry-1\r
                X-Stele-Role: registrar\r
                Content-Length: %s\r
                \r
                """.formatted(file.length).getBytes(UTF_8));
            socket.getOutputStream().write(file);
            assertThat(socket.getInputStream().read()).isEqualTo('H');
        }

        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(head()).isEqualTo(before + rows));
    }

    @Test
    void one_answer_is_preferred_where_both_are_admitted() {
        Client.Answer answer = answer(
                200,
                post("evidence?dryRun=true", unsent(RIGHT))
                        .header("Accept", "application/jsonl;q=0.5, application/json"));

        assertThat(answer.json().path("rows").intValue()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"chair,", "monitor,", "auditor,", "signatory,NOR", "focal-point,NOR"})
    void only_a_registrar_imports(String role, String state) {
        HttpRequest.Builder request = post("evidence", unsent(RIGHT)).setHeader("X-Stele-Role", role);
        JsonNode refused = client().send(state == null ? request : request.header("X-Stele-State", state))
                .problem(403);

        assertThat(refused.path("code").stringValue()).isEqualTo("role-not-allowed");
    }

    @Test
    void a_request_without_actor_headers_is_refused() {
        HttpRequest.Builder nobody = client().request("/api/v1/imports/evidence")
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString(RIGHT));

        assertThat(client().send(nobody).problem(401).path("code").stringValue())
                .isEqualTo("actor-missing");
    }

    @Test
    void a_workbook_is_entered_and_a_repetition_says_that_it_was() {
        long before = head();
        byte[] file = Xlsx.of(RIGHT.strip());

        JsonNode first = answer(200, post("evidence", file).setHeader("Content-Type", ImportRequest.XLSX))
                .json();
        JsonNode again = answer(200, post("evidence", file).setHeader("Content-Type", ImportRequest.XLSX))
                .json();

        assertThat(first.path("entered").intValue()).isEqualTo(2);
        assertThat(first.path("fileSha256").stringValue())
                .isEqualTo(Sha256Digest.of(file).hex());
        assertThat(again.path("alreadyEntered").intValue()).isEqualTo(2);
        assertThat(recordedAfter(before)).hasSize(2);
    }

    @Test
    void a_broken_workbook_is_refused_with_what_to_do() {
        byte[] file = Arrays.copyOf(Xlsx.of(RIGHT), 200);

        JsonNode refused = client().send(post("evidence", file).setHeader("Content-Type", ImportRequest.XLSX))
                .problem(422);

        assertThat(refused.at("/errors/0/message").stringValue()).contains("damaged", "Save it in a spreadsheet");
    }

    @Test
    void an_unknown_kind_is_not_found() {
        assertThat(client().send(post("rumours", unsent(RIGHT)))
                        .problem(404)
                        .path("code")
                        .stringValue())
                .isEqualTo("not-found");
        client().send(post("FILINGS", unsent(RIGHT))).problem(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain", "text/csv;charset=iso-8859-1"})
    void another_content_type_is_refused(String type) {
        JsonNode refused = client().send(post("evidence", unsent(RIGHT)).setHeader("Content-Type", type))
                .problem(415);

        assertThat(refused.path("code").stringValue()).isEqualTo("unsupported-media-type");
    }

    @Test
    void a_form_with_the_file_in_it_is_refused() {
        String form = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + RIGHT + "\r\n--x--\r\n";

        client().send(post("evidence", form.getBytes(UTF_8))
                        .setHeader("Content-Type", "multipart/form-data; boundary=x"))
                .problem(415);
        client().send(post("evidence", unsent(RIGHT)).setHeader("Content-Type", "multipart/form-data"))
                .problem(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/csv;charset=UTF-8", "text/csv; header=present", "TEXT/CSV"})
    void the_content_type_may_say_more(String type) {
        assertThat(answer(200, post("evidence?dryRun=true", unsent(RIGHT)).setHeader("Content-Type", type))
                        .json()
                        .path("rows")
                        .intValue())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dryRun=yes", "dryRun=", "dryRun=TRUE", "dryRun=true&dryRun=false"})
    void dry_run_is_true_or_false(String query) {
        JsonNode refused =
                client().send(post("evidence?" + query, unsent(RIGHT))).problem(400);

        assertThat(refused.path("code").stringValue()).isEqualTo("invalid-parameter");
        assertThat(refused.at("/errors/0/field").stringValue()).isEqualTo("dryRun");
    }

    @Test
    void the_same_file_sent_many_times_at_once_is_entered_once() throws Exception {
        long before = head();
        byte[] file = unsent(ImportFixture.resource(ImportKind.FILINGS));
        List<Callable<JsonNode>> six = new ArrayList<>();
        for (int sending = 0; sending < 6; sending++) {
            six.add(() -> report("filings", file));
        }

        List<Integer> entered = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(six)) {
                entered.add(done.get().path("entered").intValue());
            }
        }

        assertThat(entered).containsExactlyInAnyOrder(95, 0, 0, 0, 0, 0);
        assertThat(recordedAfter(before)).hasSize(285);
    }
}
