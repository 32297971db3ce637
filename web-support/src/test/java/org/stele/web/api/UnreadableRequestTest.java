package org.stele.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Bytes that no client library would send: what stands before every controller refuses them as a problem too. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@DisplayNameGeneration(ReplaceUnderscores.class)
class UnreadableRequestTest {

    private final int port;

    UnreadableRequestTest(@LocalServerPort int port) {
        this.port = port;
    }

    @ParameterizedTest
    @CsvSource({
        "%ED%A0%80, of",
        "%FF, of",
        "%C0%80, of",
        "%zz, of",
        "%, of",
        "1&%FF=2, %FF",
        "1&=2, ''",
    })
    void a_parameter_that_is_no_text_is_named(String value, String field) {
        String answer = raw("GET /api/v1/count?of=" + value + " HTTP/1.1\r\nX-Needed: x\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("\"code\":\"invalid-parameter\"", "\"field\":\"" + field + "\"")
                .doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/%00 HTTP/1.1\r\n",
                "GET /api/v1/%zz HTTP/1.1\r\n",
                "GET /api/v1/..%2f.. HTTP/1.1\r\n",
                "GET /page{ HTTP/1.1\r\n",
                "GET /page HTTP/9.9\r\n",
                "GET /page HTTP/1.1\r\nContent-Length: many\r\n",
                "POST /page HTTP/1.1\r\nTransfer-Encoding: strange\r\n",
            })
    void what_the_container_refuses_is_a_problem_too(String request) {
        assertThat(raw(request))
                .matches("(?s)HTTP/1.1 (4..|501|505) .*")
                .contains("application/problem+json", "\"code\":\"")
                .doesNotContain("<html", "Tomcat", "Exception", "\"internal\"");
    }

    @Test
    void headers_that_are_too_long_are_refused_in_words() {
        assertThat(raw("GET /page HTTP/1.1\r\nX-Long: " + "a".repeat(20_000) + "\r\n"))
                .startsWith("HTTP/1.1 4")
                .contains("application/problem+json");
    }

    /** What a client that sends these bytes as they are gets. */
    private String raw(String start) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream()
                    .write((start + "Host: 127.0.0.1\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
