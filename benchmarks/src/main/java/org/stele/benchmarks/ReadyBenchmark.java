package org.stele.benchmarks;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * A ReadyBenchmark starts the standalone application on an empty home, with the README's command, and measures the time
 * until its health is up: then the demo data are recorded. The last run is of the jar, with a heap of 512 MiB.
 */
@Command(name = "ready", description = "From the README's command to a ready board with the demo data.")
final class ReadyBenchmark extends Benchmark {

    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(2);
    private static final long POLL_MILLIS = 100;
    private static final Path JAR = Path.of("standalone", "target", "stele.jar");

    @Option(names = "--runs", defaultValue = "5", description = "How often it is started by Maven.")
    int runs;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(REQUEST_TIMEOUT).build();

    @Override
    String run() throws Exception {
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            seconds.add(start(List.of("mvn", "-B", "-ntp", "-q", "-pl", "standalone", "-am", "spring-boot:run")));
            say(String.format(Locale.ROOT, "ready after %.1f s", seconds.getLast()));
        }
        return """
                %s
                | Started by | Ready after, s | Each run |
                |---|---:|---|
                | `mvn -pl standalone -am spring-boot:run` | %s | %s |
                | `java -Xmx512m -jar %s` | %s | |
                """.formatted(
                Surroundings.ofMachine(),
                seconds.isEmpty()
                        ? ""
                        : Spread.of(seconds.stream().mapToDouble(Double::doubleValue))
                                .text("%.1f"),
                seconds.stream().map(s -> String.format(Locale.ROOT, "%.1f", s)).collect(Collectors.joining(", ")),
                JAR,
                jar());
    }

    private String jar() throws IOException, InterruptedException {
        if (!Files.exists(JAR)) {
            return "not built: `mvn -DskipTests package` makes it";
        }
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return String.format(Locale.ROOT, "%.1f", start(List.of(java.toString(), "-Xmx512m", "-jar", JAR.toString())));
    }

    private double start(List<String> command) throws IOException, InterruptedException {
        Path home = Files.createTempDirectory("stele-home");
        Path log = Files.createTempFile("stele-ready", ".log");
        int port = freePort();
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("STELE_HOME", home.toString());
        builder.environment().put("STELE_PORT", Integer.toString(port));
        long start = System.nanoTime();
        Process process = builder.start();
        try {
            URI health = URI.create("http://127.0.0.1:" + port + "/actuator/health");
            while (!isGood(health)) {
                boolean late = System.nanoTime() - start > TIMEOUT.toNanos();
                if (late || process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                    throw new IllegalStateException("It did not become ready; its output is in " + log);
                }
            }
            return (System.nanoTime() - start) / 1e9;
        } finally {
            stop(process);
        }
    }

    private boolean isGood(URI health) throws InterruptedException {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(health).timeout(REQUEST_TIMEOUT).build();
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** Shuts the application down in order, with the PostgreSQL that it started, and kills what is left. */
    private static void stop(Process process) throws InterruptedException {
        List<ProcessHandle> started = new ArrayList<>(process.descendants().toList());
        started.add(process.toHandle());
        started.stream().filter(ReadyBenchmark::isApplication).forEach(ProcessHandle::destroy);
        boolean ended = process.waitFor(1, TimeUnit.MINUTES);
        started.stream()
                .filter(ProcessHandle::isAlive)
                .forEach(left -> say("%s had to be ended, %s".formatted(left.pid(), ended)));
        started.forEach(ProcessHandle::destroyForcibly);
    }

    /** The innermost java process: Maven starts another one; PostgreSQL is none. */
    private static boolean isApplication(ProcessHandle handle) {
        return isJava(handle) && handle.children().noneMatch(ReadyBenchmark::isJava);
    }

    private static boolean isJava(ProcessHandle handle) {
        return handle.info().command().orElse("").endsWith("/java");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
