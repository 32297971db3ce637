package org.stele.campaigns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Programs are other people's: found on the path, run to their end, and sent signals. */
final class Programs {

    private Programs() {}

    /** Runs a program and fails with what it printed unless it succeeds. */
    static String run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int exit = process.waitFor();
            if (exit != 0) {
                throw new IllegalStateException(command + " ended with " + exit + ": " + printed);
            }
            return printed;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot run " + command, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while running " + command, e);
        }
    }

    /** What a program printed; empty where it did not succeed. */
    static Optional<String> succeeds(List<String> command) {
        try {
            return Optional.of(run(command));
        } catch (IllegalStateException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    static Optional<Path> find(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
                .map(directory -> Path.of(directory, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A stopped process does nothing until it is resumed, or killed. */
    static void stop(ProcessHandle process) {
        run(List.of("kill", "-STOP", Long.toString(process.pid())));
    }

    static void resume(ProcessHandle process) {
        run(List.of("kill", "-CONT", Long.toString(process.pid())));
    }

    /** SIGKILL to all of them; they get no time to do anything. */
    static void kill(List<ProcessHandle> processes) {
        processes.forEach(ProcessHandle::destroyForcibly);
    }
}
