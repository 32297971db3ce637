package org.stele.browser;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The built program on an empty home, with the demonstration's filings. */
final class RunningStele implements AutoCloseable {

    private final Process process;
    private final String origin;

    private RunningStele(Process process, String origin) {
        this.process = process;
        this.origin = origin;
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
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(home.resolveSibling("stele.log").toFile())
                .start();
        RunningStele stele = new RunningStele(process, "http://127.0.0.1:" + port);
        await().atMost(Duration.ofMinutes(2)).until(stele::isHealthy);
        return stele;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private boolean isHealthy() throws InterruptedException {
        if (!process.isAlive()) {
            throw new IllegalStateException("Stele ended with " + process.exitValue());
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
