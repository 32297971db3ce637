package org.stele.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A SteleProcess is a built jar that runs with a heap of 512 MiB on an empty home, with the demonstration's data. */
final class SteleProcess implements AutoCloseable {

    static final Path JAR = Path.of("standalone", "target", "stele.jar");

    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Duration READY_WITHIN = Duration.ofMinutes(3);

    private final Process process;
    private final Path home;
    private final int port = freePort();

    private SteleProcess(Path jar, Map<String, String> settings) throws IOException {
        home = Files.createTempDirectory("stele-home");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-jar",
                        jar.toString())
                .redirectErrorStream(true)
                .redirectOutput(Files.createTempFile("stele", ".log").toFile());
        builder.environment().put("STELE_HOME", home.toString());
        builder.environment().put("STELE_PORT", Integer.toString(port));
        builder.environment().putAll(settings);
        process = builder.start();
    }

    /** Started, and ready. */
    static SteleProcess start(Path jar, Map<String, String> settings) throws IOException, InterruptedException {
        SteleProcess stele = new SteleProcess(jar, settings);
        try {
            stele.awaitReady();
            return stele;
        } catch (RuntimeException e) {
            stele.close();
            throw e;
        }
    }

    String origin() {
        return "http://127.0.0.1:" + port;
    }

    Path home() {
        return home;
    }

    /** What a form of sign-in needs beside name and password; the client keeps the session that it belongs to. */
    String formToken(HttpClient client) throws IOException, InterruptedException {
        HttpRequest page = HttpRequest.newBuilder(URI.create(origin() + "/sign-in"))
                .header("Accept", "text/html")
                .build();
        Matcher token =
                FORM_TOKEN.matcher(client.send(page, BodyHandlers.ofString()).body());
        if (!token.find()) {
            throw new IOException("The page of sign-in has no token");
        }
        return token.group(1);
    }

    private void awaitReady() throws InterruptedException {
        long start = System.nanoTime();
        HttpRequest health = HttpRequest.newBuilder(URI.create(origin() + "/actuator/health"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (true) {
                try {
                    if (client.send(health, BodyHandlers.discarding()).statusCode() == 200) {
                        return;
                    }
                } catch (IOException notYet) {
                    Objects.requireNonNull(notYet);
                }
                boolean late = System.nanoTime() - start > READY_WITHIN.toNanos();
                if (late || process.waitFor(200, TimeUnit.MILLISECONDS)) {
                    throw new IllegalStateException("Stele did not become ready");
                }
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
