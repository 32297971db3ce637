package org.stele.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/**
 * A Flight is a CPU profile of this process during a timed run, sampled by JDK Flight Recorder. PostgreSQL is another
 * process and not included.
 */
final class Flight {

    private static final Duration PERIOD = Duration.ofMillis(10);
    private static final int TOP = 12;

    /**
     * Packages to which a sample is attributed, however deep in other code it was taken; the first that matches counts.
     */
    private static final List<String> PARTS = List.of(
            "org.stele.ledger",
            "org.stele.eventstore",
            "org.stele.benchmarks",
            "org.stele",
            "org.axonframework",
            "org.postgresql",
            "tools.jackson",
            "com.zaxxer",
            "org.hibernate");

    private final List<List<String>> stacks = new ArrayList<>();
    private @Nullable Recording recording;

    void start() {
        Recording started = new Recording();
        started.enable("jdk.CPUTimeSample").with("throttle", PERIOD.toMillis() + "ms");
        started.start();
        recording = started;
    }

    void stop() {
        Recording stopped = recording;
        if (stopped == null) {
            return;
        }
        try (stopped) {
            stopped.stop();
            Path file = Files.createTempFile("benchmark", ".jfr");
            stopped.dump(file);
            RecordingFile.readAllEvents(file).forEach(this::add);
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException("A recording could not be read", e);
        }
    }

    private void add(RecordedEvent sample) {
        if (sample.getStackTrace() != null) {
            stacks.add(sample.getStackTrace().getFrames().stream()
                    .filter(RecordedFrame::isJavaFrame)
                    .map(frame -> frame.getMethod().getType().getName() + "."
                            + frame.getMethod().getName())
                    .toList());
        }
    }

    String markdown() {
        return String.format(
                Locale.ROOT,
                """
                Where this process spent its CPU (%,d samples, one each %s ms of CPU time of a thread that runs Java, in native code too;
                PostgreSQL is another process). With commitment, leaf, chain and tree anywhere on the stack: %.1f %%.

                | Part, by the innermost frame that is not the JDK's | Share |
                |---|---:|
                %s

                | Method on top of the stack | Share |
                |---|---:|
                %s

                | Method anywhere on the stack, the ledger's and Axon's only | Share |
                |---|---:|
                %s
                """,
                stacks.size(),
                PERIOD.toMillis(),
                ledgerShare(),
                table(stack -> List.of(part(stack))),
                table(stack -> stack.isEmpty() ? List.of() : List.of(stack.get(0))),
                table(stack -> stack.stream().filter(Flight::isOurs).distinct().toList()));
    }

    private static String part(List<String> stack) {
        return stack.stream()
                .flatMap(frame -> PARTS.stream().filter(frame::startsWith).limit(1))
                .findFirst()
                .orElse("other");
    }

    private static boolean isOurs(String frame) {
        return ((frame.startsWith("org.stele.") && !frame.startsWith("org.stele.benchmarks."))
                        || frame.startsWith("org.axonframework."))
                && !frame.contains("lambda$")
                && !frame.contains("$$Lambda");
    }

    /** Commitment, leaf, chain and tree, wherever they are computed. */
    private double ledgerShare() {
        long within = stacks.stream()
                .filter(stack -> stack.stream().anyMatch(frame -> frame.startsWith("org.stele.ledger.")))
                .count();
        return 100.0 * within / Math.max(1, stacks.size());
    }

    private String table(Function<List<String>, Collection<String>> names) {
        Map<String, Integer> counts = new HashMap<>();
        stacks.forEach(stack -> names.apply(stack).forEach(name -> counts.merge(name, 1, Integer::sum)));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(TOP)
                .map(entry -> String.format(
                        Locale.ROOT, "| `%s` | %.1f %% |", entry.getKey(), 100.0 * entry.getValue() / stacks.size()))
                .collect(Collectors.joining("\n"));
    }
}
