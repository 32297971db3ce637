package org.stele.standalone.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** The processes of a PostgreSQL server, as the operating system shows them. */
final class PostgresProcesses {

    /** The time in which processes notice that their server has ended. */
    private static final Duration TIME_TO_END = Duration.ofSeconds(5);

    private static final Duration TIME_TO_DIE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private PostgresProcesses() {}

    /** Whether the process still runs; a zombie does not. */
    static boolean isAlive(ProcessHandle process) {
        return process.isAlive() && !isZombie(process.pid());
    }

    /** A process id may have been reused by another program: only a PostgreSQL counts. */
    static boolean isPostgres(ProcessHandle process) {
        return isAlive(process) && process.info().command().orElse("postgres").contains("postgres");
    }

    private static boolean isZombie(long processId) {
        try {
            String line = Files.readString(Path.of("/proc", Long.toString(processId), "stat"));
            // The name before it, in parentheses, may contain anything.
            String state = line.substring(line.lastIndexOf(')') + 1).strip();
            return state.startsWith("Z") || state.startsWith("X");
        } catch (IOException e) {
            return false; // Another system than Linux, or a process that is gone altogether.
        }
    }

    /** Waits until no process of an ended server works in the directory, and kills those that do not end. */
    static void end(Path directory) throws IOException {
        if (awaitNone(directory, TIME_TO_END)) {
            return;
        }
        workingIn(directory).forEach(ProcessHandle::destroyForcibly);
        if (!awaitNone(directory, TIME_TO_DIE)) {
            throw new IOException(
                    "The processes %s of an earlier PostgreSQL still work in %s and do not end. Kill them."
                            .formatted(
                                    workingIn(directory).stream()
                                            .map(ProcessHandle::pid)
                                            .toList(),
                                    directory));
        }
    }

    private static boolean awaitNone(Path directory, Duration timeout) {
        long start = System.nanoTime();
        while (!workingIn(directory).isEmpty()) {
            if (System.nanoTime() - start > timeout.toNanos()
                    || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return true;
    }

    private static List<ProcessHandle> workingIn(Path directory) {
        return ProcessHandle.allProcesses()
                .filter(process -> worksIn(process, directory) && isPostgres(process))
                .toList();
    }

    private static boolean worksIn(ProcessHandle process, Path directory) {
        try {
            return Files.isSameFile(Path.of("/proc", Long.toString(process.pid()), "cwd"), directory);
        } catch (IOException e) {
            return false; // Somebody else's, or gone, or another system than Linux.
        }
    }
}
