package org.stele.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.stele.web.limit.Limit;
import tools.jackson.databind.JsonNode;

/** Whatever goes wrong, a client gets a problem with a code, and a person a page. */
@ExtendWith(OutputCaptureExtension.class)
class ProblemsTest extends RunningSample {

    ProblemsTest(@LocalServerPort int port) {
        super(port);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"text\":                                           | malformed-json  | text",
                "{\"text\":\"a\",\"count\":1} {}                      | invalid-request |",
                "{\"text\":\"a\",\"text\":\"b\",\"count\":1}          | malformed-json  | text",
                "{\"text\":\"a\",\"count\":1,\"colour\":\"red\"}      | invalid-request | colour",
                "{\"text\":7,\"count\":1}                             | invalid-request | text",
                "{\"text\":\"a\",\"count\":\"1\"}                     | invalid-request | count",
                "{\"text\":\"a\",\"count\":1.5}                       | invalid-request | count",
                "{\"text\":\"a\",\"count\":null}                      | invalid-request | count",
                "{\"text\":\"a\",\"count\":1e400}                     | invalid-request | count",
                "{\"text\":\"a\",\"count\":1000000000000000000000000} | malformed-json  | count",
                "{\"text\":\"a\",\"count\":1,\"day\":\"2019-02-30\"}  | invalid-request | day",
                "{\"text\":\"a\",\"count\":1,\"parts\":[{\"name\":\"b\",\"count\":{}}]} | invalid-request |"
                        + " parts[0].count",
                "{\"text\":\"a\\u0000b\",\"count\":1}                 | invalid-request | text",
                "{\"text\":\"a\\ud800b\",\"count\":1}                 | invalid-request | text",
                "[]                                                   | invalid-request |",
            })
    void a_body_that_cannot_be_read_names_its_field(String body, String code, @Nullable String field) {
        JsonNode problem = problem(post("/api/v1/things", BodyPublishers.ofString(body)), 400);

        assertThat(problem.path("code").stringValue()).isEqualTo(code);
        assertThat(problem.path("errors").path(0).path("field").asString(null)).isEqualTo(field);
    }

    @Test
    void raw_control_bytes_and_raw_halves_of_pairs_are_refused_with_their_field() {
        byte[] nul = "{\"count\":1,\"text\":\"a\0b\"}".getBytes(StandardCharsets.UTF_8);
        byte[] half = "{\"count\":1,\"text\":\"a###b\"}".getBytes(StandardCharsets.ISO_8859_1);
        int at = new String(half, StandardCharsets.ISO_8859_1).indexOf("###");
        System.arraycopy(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80}, 0, half, at, 3);

        for (byte[] body : new byte[][] {nul, half}) {
            JsonNode problem = problem(post("/api/v1/things", BodyPublishers.ofByteArray(body)), 400);
            assertThat(problem.at("/errors/0/field").stringValue()).isEqualTo("text");
        }
    }

    @Test
    void line_ends_tabs_and_whole_pairs_are_taken() {
        HttpResponse<String> answer =
                post("/api/v1/things", BodyPublishers.ofString("{\"text\":\"a\\n\\t\\r\\ud83d\\ude00\",\"count\":1}"));

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void a_hundred_thousand_brackets_are_refused_in_words() {
        String deep = "{\"any\":" + "[".repeat(100_000);

        JsonNode problem = problem(post("/api/v1/trees", BodyPublishers.ofString(deep)), 400);

        assertThat(problem.path("detail").stringValue()).contains("nested too deeply");
    }

    @Test
    void a_body_above_the_limit_is_refused_however_it_is_sent() {
        byte[] large = ("{\"text\":\"" + "a".repeat((int) Limit.BODY_BYTES.byDefault()) + "\"}")
                .getBytes(StandardCharsets.UTF_8);

        problem(post("/api/v1/things", BodyPublishers.ofByteArray(large)), 413);
        problem(post("/api/v1/things", chunked(" ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8), large)), 413);
        problem(post("/api/v1/things", BodyPublishers.ofByteArray(new byte[16 << 20])), 413);
    }

    @Test
    void an_import_may_be_larger() {
        byte[] body = (" ".repeat(2 << 20) + "{\"text\":\"a\",\"count\":1}").getBytes(StandardCharsets.UTF_8);

        assertThat(post("/api/v1/imports/things", chunked(body)).statusCode()).isEqualTo(200);
    }

    @Test
    void method_type_and_accept_that_do_not_fit_have_their_own_codes() {
        assertThat(code(send(request("/api/v1/things").DELETE()), 405)).isEqualTo("method-not-allowed");
        assertThat(code(
                        send(request("/api/v1/things")
                                .header("Content-Type", "text/plain")
                                .POST(BodyPublishers.ofString("x"))),
                        415))
                .isEqualTo("unsupported-media-type");
        assertThat(code(
                        send(request("/api/v1/count?of=1")
                                .header("X-Needed", "x")
                                .header("Accept", "image/png")),
                        406))
                .isEqualTo("not-acceptable");
        assertThat(code(send(request("/api/v1/nowhere")), 404)).isEqualTo("not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json;q=0", "*/*;q=0", "application/json;q=0, */*", "image/png, text/html"})
    void what_an_accept_header_rules_out_is_not_sent_and_the_refusal_names_what_there_is(String accept) {
        JsonNode problem = problem(
                send(request("/api/v1/count?of=1").header("X-Needed", "x").header("Accept", accept)), 406);

        assertThat(problem.path("detail").stringValue()).contains("This address answers with application/json;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*/*", "application/*;q=0.1", "image/png, application/json;q=0.001", "text/html, */*;q=0.1"})
    void what_an_accept_header_takes_at_all_is_sent(String accept) {
        assertThat(send(request("/api/v1/count?of=1").header("X-Needed", "x").header("Accept", accept))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void options_and_refusals_name_exactly_the_methods_that_work() {
        for (String path : new String[] {"/api/v1/count", "/api/v1/trees"}) {
            String allow = path.endsWith("count") ? "GET,HEAD,OPTIONS" : "POST,OPTIONS";
            HttpResponse<String> asked = send(request(path).method("OPTIONS", BodyPublishers.noBody()));
            HttpResponse<String> refused = send(request(path).DELETE());

            assertThat(asked.statusCode()).isEqualTo(200);
            assertThat(allowed(asked)).containsExactlyInAnyOrder(allow.split(","));
            assertThat(code(refused, 405)).isEqualTo("method-not-allowed");
            assertThat(allowed(refused)).containsExactlyInAnyOrder(allow.split(","));
        }
        for (String method : new String[] {"OPTIONS", "GET", "HEAD", "POST", "DELETE", "PATCH"}) {
            HttpResponse<String> nowhere = send(request("/nowhere").method(method, BodyPublishers.noBody()));
            assertThat(nowhere.statusCode()).as(method).isEqualTo(404);
            assertThat(allowed(nowhere)).isEmpty();
        }
    }

    private static List<String> allowed(HttpResponse<String> answer) {
        return answer.headers().allValues("Allow").stream()
                .flatMap(allow -> Arrays.stream(allow.split(", *")))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/actor;x=1",
                "/api/v1;x/actor",
                "/;/api/v1/actor",
                "/api/v1//actor",
                "//api/v1/actor",
                "/x/../api/v1/actor",
                "/api/./v1/actor",
                "/api/v1/%2e%2e/v1/actor",
                "/api/v1/actor/..",
                "/x/../log/"
            })
    void an_address_that_is_another_one_written_differently_is_not_found_and_nothing_is_logged(
            String path, CapturedOutput output) throws IOException {
        int before = output.getAll().length();
        assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 404")
                .contains("\"code\":\"not-found\"");
        assertThat(output.getAll().substring(before)).doesNotContain("WARN", "ERROR");
    }

    @Test
    void a_client_that_goes_away_leaves_no_stack_trace(CapturedOutput output) throws Exception {
        int before = output.getAll().length();
        SampleApplication.Addresses.STREAMED.drainPermits();
        for (int time = 0; time < 3; time++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.setSoLinger(true, 0);
                socket.getOutputStream()
                        .write("GET /api/v1/stream HTTP/1.1\r\nHost: localhost\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII));
                socket.getInputStream().readNBytes(100);
            }
        }

        assertThat(SampleApplication.Addresses.STREAMED.tryAcquire(3, 30, TimeUnit.SECONDS))
                .isTrue();
        assertThat(send(request("/api/v1/count?of=1")).statusCode()).isEqualTo(400);
        assertThat(output.getAll().substring(before)).doesNotContain("WARN", "ERROR", "\tat ");
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void a_missing_header_and_a_wrong_parameter_are_named() {
        JsonNode header = problem(send(request("/api/v1/count?of=1")), 400);
        JsonNode absent = problem(send(request("/api/v1/count").header("X-Needed", "x")), 400);
        JsonNode wrong = problem(send(request("/api/v1/count?of=many").header("X-Needed", "x")), 400);

        assertThat(header.at("/errors/0/field").stringValue()).isEqualTo("X-Needed");
        assertThat(absent.at("/errors/0/field").stringValue()).isEqualTo("of");
        assertThat(wrong.at("/errors/0/got").stringValue()).isEqualTo("many");
    }

    @Test
    void an_internal_failure_reveals_no_details() {
        HttpResponse<String> answer = send(request("/api/v1/broken"));

        assertThat(code(answer, 500)).isEqualTo("internal");
        assertThat(answer.body()).doesNotContain("secret", "Exception", "\tat ");
    }

    @Test
    void a_person_gets_a_page_and_a_program_a_problem() {
        HttpResponse<String> page = send(request("/page").header("Accept", "text/html,*/*;q=0.8"));

        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(page.body()).isEqualTo("<h1>internal</h1>");
        problem(send(request("/api/v1/broken").header("Accept", "text/html")), 500);
        problem(send(request("/page")), 500);
    }

    private static BodyPublisher chunked(byte[]... parts) {
        return BodyPublishers.concat(Arrays.stream(parts)
                .map(part -> BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(part)))
                .toArray(BodyPublisher[]::new));
    }
}
