package org.stele.web.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.stele.web.api.SampleApplication;

/** Clients that announce much and send little delay nobody, and are refused in the end. */
@SpringBootTest(
        classes = SampleApplication.class,
        properties = {"stele.web.silence=2s", "stele.web.body-within=3s", "spring.threads.virtual.enabled=true"},
        webEnvironment = WebEnvironment.RANDOM_PORT)
@DisplayNameGeneration(ReplaceUnderscores.class)
class SlowClientsTest {

    private static final String THING = "{\"text\":\"a\",\"count\":1}";
    private static final int MANY = 300;
    private static final int PATIENCE_MILLIS = 30_000;
    private static final int MAX_DROPS = 250;

    private final List<Socket> open = new ArrayList<>();
    private final int port;

    SlowClientsTest(@LocalServerPort int port) {
        this.port = port;
    }

    @AfterEach
    void hang_up() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/things,         Content-Length: 1048576,    0",
        "/api/v1/things,         Content-Length: 1048576,    100000",
        "/api/v1/imports/things, Content-Length: 67108864,   0",
        "/api/v1/imports/things, Content-Length: 1073741824, 100000",
        "/api/v1/things,         Transfer-Encoding: chunked, 0"
    })
    void many_stalled_clients_block_neither_commands_nor_imports(String path, String length, int sent)
            throws IOException {
        for (int i = 0; i < MANY; i++) {
            Socket socket = connect();
            write(socket, head(path, length));
            socket.getOutputStream().write(new byte[sent]);
        }

        assertThat(posted("/api/v1/things")).startsWith("HTTP/1.1 200");
        assertThat(posted("/api/v1/imports/things")).startsWith("HTTP/1.1 200");
    }

    @Test
    void a_client_that_stops_sending_gets_408_and_its_connection_is_closed() throws IOException {
        Socket socket = connect();
        write(socket, head("/api/v1/things", "Content-Length: 100") + "{");

        assertIsTooSlow(rest(socket));
    }

    @Test
    void a_client_that_sends_byte_by_byte_gets_408_and_its_connection_is_closed() throws Exception {
        Socket socket = connect();
        write(socket, head("/api/v1/things", "Content-Length: 1000000"));
        String answer = dripped(socket, " ");

        assertIsTooSlow(answer);
    }

    @Test
    void the_connection_of_a_client_that_sends_its_headers_byte_by_byte_is_closed() throws IOException {
        Socket socket = connect();
        write(socket, "POST /api/v1/things HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ");

        assertThat(dripped(socket, "a")).isEmpty();
    }

    /** What comes while a byte is sent every tenth of a second, up to the end. */
    private static String dripped(Socket socket, String drop) throws IOException {
        socket.setSoTimeout(100);
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        for (int sent = 0; sent < MAX_DROPS; sent++) {
            try {
                write(socket, drop);
                int next = socket.getInputStream().read();
                while (next >= 0) {
                    answer.write(next);
                    next = socket.getInputStream().read();
                }
                return answer.toString(StandardCharsets.UTF_8);
            } catch (SocketTimeoutException nothingYet) {
                // Time for the next one.
            } catch (SocketException closed) {
                return answer.toString(StandardCharsets.UTF_8);
            }
        }
        throw new AssertionError("The connection is still open");
    }

    @Test
    void the_connection_of_a_client_that_does_not_end_its_headers_is_closed() throws IOException {
        Socket silent = connect();
        Socket half = connect();
        write(half, "POST /api/v1/things HTTP/1.1\r\nHost: 127.0.0.1\r\n");

        assertThat(rest(silent)).isEmpty();
        assertThat(rest(half)).doesNotContain(" 200 ");
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/things, 1048577", "/api/v1/imports/things, 1073741825"})
    void a_body_that_is_announced_too_large_is_refused_and_ends_the_connection(String path, long bytes)
            throws IOException {
        Socket socket = connect();
        write(socket, head(path, "Content-Length: " + bytes));

        assertThat(rest(socket)).startsWith("HTTP/1.1 413").contains("body-too-large");
    }

    private static void assertIsTooSlow(String answer) {
        assertThat(answer)
                .startsWith("HTTP/1.1 408")
                .contains("\"code\":\"body-too-slow\"", "application/problem+json")
                .containsIgnoringCase("Connection: close");
    }

    private static String head(String path, String length) {
        return "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n" + length
                + "\r\n\r\n";
    }

    private String posted(String path) throws IOException {
        Socket socket = connect();
        write(socket, head(path, "Connection: close\r\nContent-Length: " + THING.length()) + THING);
        return rest(socket);
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        open.add(socket);
        return socket;
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String rest(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
