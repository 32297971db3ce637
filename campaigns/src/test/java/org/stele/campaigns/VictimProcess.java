package org.stele.campaigns;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A VictimProcess is the driver's hold on a victim: its process and the port on which it listens. */
final class VictimProcess implements AutoCloseable {

    /** What makes a process that lives for a second start in half of one. */
    private static final List<String> SHORT_LIVED = List.of(
            "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData", "-Xmx192m", "-Xss512k");

    /** What a victim was started with, to start another in its place. */
    private record Start(String url, Victim.Conduct conduct, Map<String, String> environment) {}

    private final Start start;
    private final Process process;
    private int port;

    private VictimProcess(Start start, Process process) {
        this.start = start;
        this.process = process;
    }

    static VictimProcess start(String url, Victim.Conduct conduct, Map<String, String> environment) {
        VictimProcess victim = launch(new Start(url, conduct, environment));
        victim.awaitReady();
        return victim;
    }

    /** Starts another one like this without waiting until it listens. */
    VictimProcess launchAnother() {
        return launch(start);
    }

    private static VictimProcess launch(Start start) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(SHORT_LIVED);
        // What logging says of itself would come before what the driver waits for.
        command.add("-Dlogback.statusListenerClass=ch.qos.logback.core.status.NopStatusListener");
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(
                List.of(Victim.class.getName(), start.url(), start.conduct().name()));
        // Complaints while databases die are what is to be expected; they are kept in the log.
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        Workplace.root().resolve("victims.log").toFile()));
        builder.environment().putAll(start.environment());
        try {
            return new VictimProcess(start, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException("The victim does not start", e);
        }
    }

    void awaitReady() {
        BufferedReader output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        try {
            String line = Objects.requireNonNull(output.readLine(), "The victim has ended by itself; see victims.log");
            port = Integer.parseInt(line.substring(Victim.LISTENING.length()));
        } catch (IOException e) {
            throw new UncheckedIOException("The victim says nothing", e);
        }
    }

    int port() {
        return port;
    }

    void stop() {
        Programs.stop(process.toHandle());
    }

    void resume() {
        Programs.resume(process.toHandle());
    }

    void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() {
        kill();
    }
}
