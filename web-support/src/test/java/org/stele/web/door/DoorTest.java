package org.stele.web.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.stele.web.api.SampleApplication;

/** No page of another site reads or changes anything, whatever name leads it here, and no proxy speaks for this machine. */
@SpringBootTest(
        classes = SampleApplication.class,
        properties = "stele.hosts=Board.Example,10.0.0.7",
        webEnvironment = WebEnvironment.RANDOM_PORT)
@DisplayNameGeneration(ReplaceUnderscores.class)
class DoorTest {

    private static final String ACTOR = "X-Stele-User: a|X-Stele-Role: registrar";
    private static final String THING = "{\"text\":\"a\",\"count\":1}";

    private final RawClient client;

    DoorTest(@LocalServerPort int port) {
        this.client = new RawClient(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.0.0.1:PORT",
                "127.0.0.1:9",
                "localhost",
                "LocalHost:PORT",
                "[::1]",
                "[::1]:PORT",
                "board.example",
                "BOARD.EXAMPLE:443",
                "10.0.0.7"
            })
    void a_name_of_this_machine_or_a_stated_one_is_let_in(String host) {
        assertThat(RawClient.status(client.send("GET /api/v1/count?of=1", "X-Needed: x|Host: " + host)))
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:PORT",
                "127.0.0.1.evil.example",
                "localhost.evil.example",
                "evil.example.board.example",
                "localhost.",
                "127.0.0.1.",
                "board.example.",
                "user@127.0.0.1",
                "localhost@evil.example",
                "127.0.0.1:80:80",
                "127.0.0.1:",
                "127.0.0.1,evil.example",
                "127.0.0.1/evil",
                "127.1",
                "127.0.0.2",
                "2130706433",
                "0.0.0.0",
                "[::]",
                "[::ffff:127.0.0.1]",
                "::1",
                "localhost evil.example",
                "",
                "127.0.0.1|Host: evil.example",
                "evil.example|Host: 127.0.0.1",
                "127.0.0.1|Host: 127.0.0.1"
            })
    void any_other_host_is_refused_on_every_kind_of_address(String host) {
        for (String line : List.of(
                "GET /api/v1/count?of=1",
                "GET /page",
                "GET /v3/api-docs",
                "HEAD /api/v1/actor",
                "OPTIONS /api/v1/things")) {
            assertThat(RawClient.status(client.send(line, ACTOR + "|X-Needed: x|Host: " + host)))
                    .as(line)
                    .isIn(400, 421);
        }
        String posted = client.send("POST /api/v1/things HTTP/1.1|Host: " + host
                + "|Connection: close|Content-Type: application/json|Content-Length: 22||" + THING);
        assertThat(RawClient.status(posted)).isIn(400, 421);
    }

    @Test
    void a_request_without_a_host_or_with_another_one_in_its_first_line_is_refused() {
        for (String request : List.of(
                "GET /api/v1/count?of=1 HTTP/1.1|X-Needed: x||",
                "GET /api/v1/count?of=1 HTTP/1.0|X-Needed: x||",
                "GET http://evil.example/api/v1/count?of=1 HTTP/1.1|X-Needed: x|Host: 127.0.0.1|Connection: close||",
                "GET http://127.0.0.1/api/v1/count?of=1 HTTP/1.1|X-Needed: x|Host: evil.example|Connection: close||",
                "GET http://evil.example/api/v1/count?of=1 HTTP/1.1|X-Needed: x|Host: evil.example|Connection: close||")) {
            assertThat(RawClient.status(client.send(request))).as(request).isIn(400, 421);
        }
    }

    @Test
    void the_refusal_says_what_to_do() {
        assertThat(client.send("GET /page", "Host: evil.example"))
                .contains("\"code\":\"host-not-allowed\"", "STELE_HOSTS", "application/problem+json")
                .doesNotContain("evil");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Forwarded: for=127.0.0.1",
                "forwarded: ",
                "X-Forwarded-For: 127.0.0.1",
                "X-Forwarded-Host: localhost",
                "X-FORWARDED-PROTO: http",
                "X-Forwarded-Anything: 1",
                "X-Real-IP: 127.0.0.1",
                "Via: 1.1 proxy",
                "CF-Connecting-IP: 127.0.0.1",
                "True-Client-IP: 127.0.0.1",
                "X-Original-Forwarded-For: 127.0.0.1",
                "X-Envoy-External-Address: 127.0.0.1"
            })
    void a_forwarded_request_names_no_actor(String header) {
        String answer = client.send("GET /api/v1/actor", "Host: 127.0.0.1|" + ACTOR + "|" + header);

        assertThat(RawClient.status(answer)).isEqualTo(403);
        assertThat(answer).contains("\"code\":\"actor-not-local\"");
    }

    @Test
    void a_request_under_a_public_name_or_in_HTTP_1_0_names_no_actor() {
        assertThat(RawClient.status(client.send("GET /api/v1/actor", "Host: 127.0.0.1|" + ACTOR)))
                .isEqualTo(200);
        assertThat(client.send("GET /api/v1/actor", "Host: board.example|" + ACTOR))
                .contains("actor-not-local");
        assertThat(client.send("GET /api/v1/actor HTTP/1.0|Host: 127.0.0.1|" + ACTOR + "||"))
                .contains("actor-not-local");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "200; X-None: 1",
                "200; Origin: http://127.0.0.1:PORT",
                "200; Origin: http://127.0.0.1:PORT|Sec-Fetch-Site: same-origin",
                "200; Sec-Fetch-Site: none",
                "403; Origin: null",
                "403; Origin: ",
                "403; Origin: http://evil.example",
                "403; Origin: http://localhost:PORT",
                "403; Origin: http://127.0.0.1:1",
                "403; Origin: http://127.0.0.1:PORT|Origin: http://evil.example",
                "403; Origin: http://evil.example|Sec-Fetch-Site: same-origin",
                "403; Sec-Fetch-Site: cross-site",
                "403; Sec-Fetch-Site: same-site",
                "403; Sec-Fetch-Site: same-origin|Sec-Fetch-Site: cross-site",
                "403; Sec-Fetch-Site: anything"
            })
    void what_changes_something_is_not_taken_from_another_site(int status, String headers) {
        String answer = client.send("POST /api/v1/things HTTP/1.1|Host: 127.0.0.1:PORT|Connection: close|" + headers
                + "|Content-Type: application/json|Content-Length: 22||" + THING);

        assertThat(RawClient.status(answer)).as(answer).isEqualTo(status);
        assertThat(answer.contains("\"code\":\"cross-origin-request\"")).isEqualTo(status == 403);
    }

    @Test
    void a_page_of_another_site_may_link_here_and_load_nothing_from_here() {
        String host = "Host: 127.0.0.1|X-Needed: x|Sec-Fetch-Site: cross-site|Sec-Fetch-Mode: ";

        assertThat(RawClient.status(client.send("GET /api/v1/count?of=1", host + "navigate")))
                .isEqualTo(200);
        assertThat(RawClient.status(client.send("GET /api/v1/count?of=1", host + "no-cors")))
                .isEqualTo(403);
        assertThat(RawClient.status(client.send("GET /api/v1/count?of=1", host + "cors")))
                .isEqualTo(403);
    }

    @Test
    void no_other_site_is_allowed_to_send_more_than_a_form_could() {
        String answer = client.send(
                "OPTIONS /api/v1/things",
                "Host: 127.0.0.1|Origin: http://evil.example|Access-Control-Request-Method: POST"
                        + "|Access-Control-Request-Headers: x-stele-user");

        assertThat(answer).doesNotContainIgnoringCase("access-control-allow");
    }

    @Test
    void a_stated_host_with_a_scheme_or_a_port_is_refused_at_the_start() {
        for (String name : List.of("https://board.example", "board.example:443", "*", "a b")) {
            assertThatThrownBy(() -> HostName.stated(name))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("STELE_HOSTS: expected names without scheme and port");
        }
    }
}
