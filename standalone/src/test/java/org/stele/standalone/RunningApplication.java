package org.stele.standalone;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One of the built jars, running as a process of its own. */
final class RunningApplication implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration START_LIMIT = Duration.ofSeconds(120);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final URI origin;
    private final Path output;
    private final @Nullable Path credentials;
    private volatile @Nullable String readersToken;

    private RunningApplication(Process process, URI origin, Path output, @Nullable Path credentials) {
        this.process = process;
        this.origin = origin;
        this.output = output;
        this.credentials = credentials;
    }

    /** Starts the jar and returns at once; {@link #awaitHealthy} waits for it. */
    static RunningApplication start(Path jar, Path directory, Map<String, String> environment) throws IOException {
        int port = freePort();
        Path output = directory.resolve(jar.getFileName() + "-" + port + ".log");
        ProcessBuilder builder = java(jar, List.of()).directory(directory.toFile());
        builder.environment().putAll(environment);
        builder.environment().put("STELE_PORT", Integer.toString(port));
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new RunningApplication(
                process, URI.create("http://127.0.0.1:" + port), output, credentials(environment));
    }

    private static @Nullable Path credentials(Map<String, String> environment) {
        String home = environment.get("STELE_HOME");
        return home == null ? null : Path.of(home, "demo-credentials.json");
    }

    /** The header by which the demonstration's account of this role, and State, is known. */
    Map<String, String> as(String role, String... state) {
        String token = token(role, state.length == 0 ? "" : state[0]);
        if (token == null) {
            throw new IllegalStateException("The demonstration has no %s here".formatted(role));
        }
        return Map.of("Authorization", "Bearer " + token);
    }

    private @Nullable String token(String role, String state) {
        if (credentials == null || !Files.exists(credentials)) {
            return null;
        }
        try {
            for (JsonNode account : JSON.readTree(Files.readAllBytes(credentials))) {
                if (account.path("role").asString().equals(role)
                        && account.path("state").asString("").equals(state)) {
                    return account.path("token").asString();
                }
            }
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads with this token from now on. */
    RunningApplication readingBy(String token) {
        readersToken = token;
        return this;
    }

    /** A request by the reader's token, or of the demonstration's auditor; of the public where there is neither. */
    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(origin.resolve(path));
        String token = readersToken == null ? token("auditor", "") : readersToken;
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    /** Runs a command of the jar to its end. */
    static CommandResult run(Path jar, Path directory, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        ProcessBuilder builder = java(jar, List.of(arguments)).directory(directory.toFile());
        builder.environment().putAll(environment);
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        return new CommandResult(process.waitFor(), output);
    }

    record CommandResult(int exitCode, String output) {}

    private static ProcessBuilder java(Path jar, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                jar.toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        // Whoever runs the tests may have a home and a database of their own.
        builder.environment().keySet().removeIf(name -> name.startsWith("STELE_"));
        return builder;
    }

    /** The one jar of a module that matches, built by the same run of Maven. */
    static Path jar(String module, String suffix) throws IOException {
        Path target = Path.of("..", module, "target").toAbsolutePath().normalize();
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().endsWith(suffix))
                    .findFirst()
                    .orElseThrow(() -> new IOException("Expected a jar named *" + suffix + " in " + target));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    RunningApplication awaitHealthy() {
        await().atMost(START_LIMIT).pollInterval(Duration.ofMillis(200)).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException(
                        "It ended with " + process.exitValue() + ":\n" + Files.readString(output));
            }
            return isHealthy();
        });
        return this;
    }

    private boolean isHealthy() throws InterruptedException {
        try {
            return getUnknown("/actuator/health").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(request(path).build(), BodyHandlers.ofString());
    }

    /** The answer to somebody on this machine without a credential. */
    HttpResponse<String> getUnknown(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(origin.resolve(path)).build(), BodyHandlers.ofString());
    }

    /** The bytes of an answer 200. */
    byte[] bytes(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = http.send(request(path).build(), BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IOException(path + " answered " + response.statusCode());
        }
        return response.body();
    }

    long pid() {
        return process.pid();
    }

    /** What it printed. */
    Path output() {
        return output;
    }

    String url(String path) {
        return origin + path;
    }

    JsonNode json(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = get(path);
        if (response.statusCode() != 200) {
            throw new IOException(path + " answered " + response.statusCode() + ": " + response.body());
        }
        return Objects.requireNonNull(JSON.readTree(response.body()));
    }

    HttpResponse<String> post(String path, String body, Map<String, String> actor)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(origin.resolve(path))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body));
        actor.forEach(request::header);
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** Sends a file; the headers say of which type it is, and who sends it. */
    HttpResponse<String> post(String path, byte[] file, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(origin.resolve(path)).POST(BodyPublishers.ofByteArray(file));
        headers.forEach(request::header);
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** Ends the process as a power cut would: it gets no chance to tidy up. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The process outlived a kill.");
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
