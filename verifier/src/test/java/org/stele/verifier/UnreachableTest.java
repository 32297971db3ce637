package org.stele.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stele.ledger.evidence.BundleHeader.Completeness;
import org.stele.ledger.sample.SampleBundle;
import org.stele.ledger.sample.SampleKeys;
import org.stele.ledger.sample.SampleLedger;

/** What cannot be read is no verdict on evidence: exit code 3, what was expected, what came, what to do. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class UnreachableTest {

    @TempDir
    private Path directory;

    private final HttpServer server = server();

    private static HttpServer server() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.start();
            return server;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/log";
    }

    private void answer(int status, String type, String body, String location) {
        server.createContext("/log", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.getResponseHeaders().add("Location", location);
            exchange.sendResponseHeaders(status, body.length());
            exchange.getResponseBody().write(body.getBytes(UTF_8));
            exchange.close();
        });
    }

    private void assertUnreachable(Cli.Answer answer, String... said) {
        assertThat(answer.code()).as(answer.out() + answer.err()).isEqualTo(3);
        assertThat(answer.out())
                .startsWith("NOT REACHABLE: Expected ")
                .contains(said)
                .doesNotContain("null");
    }

    private Cli.Answer log(String place) {
        return new Cli(directory).run("log", place);
    }

    @Test
    void pages_redirects_and_errors_in_the_place_of_a_log_are_named() {
        answer(200, "text/html;charset=UTF-8", "<!DOCTYPE html>", "");
        assertUnreachable(log(url()), "got a web page", "sign in");
        server.removeContext("/log");
        answer(302, "text/plain", "-", "https://elsewhere.example/login");
        assertUnreachable(log(url()), "the status 302", "https://elsewhere.example/login");
        for (int status : List.of(400, 401, 403, 429, 500, 503)) {
            server.removeContext("/log");
            answer(status, "text/plain", "-", "");
            assertUnreachable(log(url()), "the status " + status);
        }
        server.removeContext("/log");
        answer(404, "text/plain", "-", "");
        assertUnreachable(log(url()), "there is no checkpoint at", "ends in /log");
    }

    @Test
    void hosts_that_are_not_there_refuse_or_break_off_are_named() throws IOException {
        assertUnreachable(log("http://no-such-host.invalid/log"), "no host of that name", "spelling");
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = free.getLocalPort();
            free.close();
            assertUnreachable(log("http://127.0.0.1:" + port + "/log"), "could not connect", "host and port");
            assertUnreachable(log("https://127.0.0.1:" + server.getAddress().getPort() + "/log"), "Expected");
        }
        server.createContext("/log", exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write(1);
            exchange.getResponseBody().flush();
            throw new IOException("The test breaks off");
        });
        assertUnreachable(log(url()), "it broke off");
    }

    @Test
    void files_that_are_missing_or_may_not_be_read_are_named() throws IOException {
        Cli cli = new Cli(directory);
        for (String command : List.of("bundle", "checkpoint")) {
            assertUnreachable(cli.run(command, directory.resolve("missing")), "there is no", "missing");
        }
        assertUnreachable(cli.run("log", directory.resolve("missing")), "there is no checkpoint");
        Path locked = cli.file("locked", new byte[1]);
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
        Assumptions.assumeFalse(Files.isReadable(locked), "This user may read everything");
        assertUnreachable(cli.run("bundle", locked), "you may not read");
    }

    @Test
    void a_bundle_is_read_from_a_pipe() throws Exception {
        byte[] bundle = new SampleBundle(new SampleLedger(5, 20), null, Completeness.LEAVES).bytes();
        Path stdin = Path.of("/dev/stdin");
        Assumptions.assumeTrue(Files.exists(stdin), "This system has no /dev/stdin");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Verify.class.getName(),
                        "bundle",
                        stdin.toString(),
                        "--key",
                        SampleKeys.LOG.key().toString())
                .redirectErrorStream(true)
                .start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(bundle);
        }
        try (InputStream out = process.getInputStream()) {
            assertThat(new String(out.readAllBytes(), UTF_8)).startsWith("VERIFIED: 20 events");
        }
        assertThat(process.waitFor()).isZero();
    }
}
