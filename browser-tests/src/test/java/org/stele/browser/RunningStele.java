package org.stele.browser;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionTimeoutException;

/** The built program on an empty home, with the demonstration's filings. */
final class RunningStele implements AutoCloseable {

    private final Process process;
    private final String origin;
    private final Path home;

    private RunningStele(Process process, String origin, Path home) {
        this.process = process;
        this.origin = origin;
        this.home = home;
    }

    static RunningStele start(Path home) throws IOException {
        Path jar = Path.of("../standalone/target/stele.jar").toAbsolutePath().normalize();
        if (!Files.exists(jar)) {
            throw new IOException("Expected " + jar + ". Run: mvn -Pbrowser verify");
        }
        int port = freePort();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(
                java, "-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", jar.toString());
        builder.environment().keySet().removeIf(name -> name.startsWith("STELE_"));
        builder.environment().put("STELE_HOME", home.toString());
        builder.environment().put("STELE_PORT", Integer.toString(port));
        Path roots = home.resolveSibling("roots");
        if (Files.exists(roots)) {
            builder.environment().put("STELE_ROOTS", roots.toString());
        }
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(home.resolveSibling("stele.log").toFile())
                .start();
        RunningStele stele = new RunningStele(process, "http://127.0.0.1:" + port, home);
        try {
            await().atMost(Duration.ofMinutes(2)).until(stele::isHealthy);
            return stele;
        } catch (ConditionTimeoutException e) {
            stele.close();
            throw new IllegalStateException("Stele did not start within two minutes. It said:\n" + stele.said(), e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private boolean isHealthy() throws InterruptedException {
        if (!process.isAlive()) {
            throw new IllegalStateException("Stele ended with " + process.exitValue() + ". It said:\n" + said());
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI health = URI.create(origin + "/actuator/health");
            return client.send(HttpRequest.newBuilder(health).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private String said() {
        try {
            return Files.readString(home.resolveSibling("stele.log"));
        } catch (IOException e) {
            return "Its log cannot be read: " + e;
        }
    }

    /** The answer to a command that an account of the demonstration sends. */
    String post(String path, String username, String json) throws IOException, InterruptedException {
        return post(
                path,
                username,
                json,
                Map.of("Idempotency-Key", UUID.randomUUID().toString()),
                201);
    }

    /** The same with headers of one's own, and the status that is expected. */
    String post(String path, String username, String json, Map<String, String> headers, int status)
            throws IOException, InterruptedException {
        Matcher token = Pattern.compile("\"username\" : \"%s\"[^}]*\"token\" : \"([^\"]+)\"".formatted(username))
                .matcher(Files.readString(home.resolve("demo-credentials.json")));
        if (!token.find()) {
            throw new IOException("The demonstration has no account " + username);
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url(path)))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token.group(1))
                .POST(BodyPublishers.ofString(json));
        headers.forEach(request::header);
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() != status) {
                throw new IOException("Expected " + status + ", got " + answer.statusCode() + ": " + answer.body());
            }
            return answer.body();
        }
    }

    String url(String path) {
        return origin + path;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
