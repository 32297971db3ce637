package org.stele.campaigns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A disk that fails under the log takes PostgreSQL down and up again, and the ledger with it: nothing is lost. */
class IoErrorTest {

    private static final int ERRORS = 3;

    @ParameterizedTest
    @ValueSource(strings = {"fdatasync", "pwrite64"})
    void an_error_of_the_disk_while_the_log_is_written_loses_nothing(String call) throws Exception {
        Path strace = Need.program("strace");
        long seed = Scale.seed("Errors of " + call);
        try (PostgresServer server = Workplace.server("io-error");
                Site site = Site.on(server, "ledger")) {
            VictimProcess victim = site.start();
            Load load = site.load(12, seed);
            try (load) {
                for (int errors = 1; errors <= ERRORS; errors++) {
                    site.awaitProgress();
                    failOnce(strace, call, server);
                    awaitPanics(server, errors);
                }
                site.awaitProgress();
            }
            site.requireAllThere(victim);
        }
    }

    /** The next but one such call of the process that serves the writer fails with EIO, and is not made. */
    private static void failOnce(Path strace, String call, PostgresServer server) throws Exception {
        String writer = Objects.requireNonNull(
                server.ask("SELECT pid FROM pg_stat_activity WHERE usename = 'stele_command' LIMIT 1"));
        Process tracing = new ProcessBuilder(List.of(
                        strace.toString(),
                        "-p",
                        writer,
                        "-o",
                        Workplace.root().resolve("strace.log").toString(),
                        "-e",
                        "trace=" + call,
                        "-e",
                        "inject=" + call + ":error=EIO:when=2"))
                .redirectErrorStream(true)
                .redirectOutput(Workplace.root().resolve("strace.out").toFile())
                .start();
        // It ends with the process that it traces.
        if (tracing.waitFor(200, TimeUnit.MILLISECONDS) && tracing.exitValue() != 0) {
            String complaint = Files.readString(Workplace.root().resolve("strace.out"));
            Need.of(Optional.empty(), "strace may not trace here: " + complaint);
        }
    }

    private static void awaitPanics(PostgresServer server, int count) {
        Site.await(count + " times PANIC in the log of PostgreSQL", () -> panics(server) >= count);
        server.awaitReady();
    }

    private static long panics(PostgresServer server) {
        try {
            return Files.readAllLines(server.log()).stream()
                    .filter(line -> line.contains("PANIC:"))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
