package org.stele.campaigns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A disk that fails under the log takes PostgreSQL down and up again, and the ledger with it; under a table it makes a
 * statement fail. Nothing is lost either way.
 */
@Tag("long")
class IoErrorTest {

    private static final int ERRORS = 3;

    @ParameterizedTest
    @ValueSource(strings = {"fdatasync", "pwrite64"})
    void an_error_of_the_disk_while_the_log_is_written_loses_nothing(String call) throws Exception {
        Path strace = Need.program("strace");
        requireTracing(strace);
        long seed = Scale.seed("Errors of " + call);
        try (PostgresServer server = Workplace.server("io-error");
                Site site = Site.on(server, "ledger")) {
            VictimProcess victim = site.start();
            Load load = site.load(12, seed);
            try (load) {
                for (int errors = 1; errors <= ERRORS; errors++) {
                    site.awaitProgress();
                    long before = failures(server);
                    failOnce(strace, call, server);
                    awaitFailure(server, before);
                }
                site.awaitProgress();
            }
            site.requireAllThere(victim);
        }
    }

    /** The next but one such call of the process that serves the writer fails with EIO, and is not made. */
    private static void failOnce(Path strace, String call, PostgresServer server) {
        // The process may end just when it is to be traced: then its successor is.
        Site.await("strace on the process that serves the writer", () -> isTraced(strace, call, server));
    }

    private static boolean isTraced(Path strace, String call, PostgresServer server) {
        try {
            String writer = server.ask("SELECT pid FROM pg_stat_activity WHERE usename = 'stele_command'"
                    + " AND query ~ 'SELECT ledger.require_tip|appended AS|^COMMIT' ORDER BY query_start DESC LIMIT 1");
            if (writer == null) {
                return false;
            }
            Process tracing =
                    start(strace, "-p", writer, "-e", "trace=" + call, "-e", "inject=" + call + ":error=EIO:when=2");
            // It ends with the process that it traces.
            return !tracing.waitFor(200, TimeUnit.MILLISECONDS) || tracing.exitValue() == 0;
        } catch (IOException | IllegalStateException e) {
            return false;
        } catch (InterruptedException e) {
            throw new AssertionError("Interrupted", e);
        }
    }

    private static void requireTracing(Path strace) throws Exception {
        boolean allowed = start(strace, "true").waitFor() == 0;
        Need.of(Optional.of(allowed).filter(yes -> yes), "strace may not trace here");
    }

    private static Process start(Path strace, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(strace.toString(), "-o", "/dev/null"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void awaitFailure(PostgresServer server, long before) {
        Site.await("an error of the disk in the log of PostgreSQL", () -> failures(server) > before);
        server.awaitReady();
    }

    private static long failures(PostgresServer server) {
        try {
            return Files.readAllLines(server.log()).stream()
                    .filter(line -> line.contains("Input/output error"))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
