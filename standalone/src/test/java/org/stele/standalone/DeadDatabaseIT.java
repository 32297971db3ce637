package org.stele.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stele.standalone.Filings.Acknowledged;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole program while its database ends under it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("long")
class DeadDatabaseIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(90);

    /** Far more than an answer takes, and far less than a connection's default timeout of half a minute. */
    private static final Duration SOON = Duration.ofSeconds(8);

    private static final long MAX_LOG_BYTES = 1 << 20;

    @TempDir
    Path directory;

    @Test
    void a_killed_database_is_back_by_itself_with_every_acknowledged_filing() throws Exception {
        Path home = directory.resolve("home");
        try (RunningApplication stele = start(home);
                Filings filings = Filings.to(stele, 4)) {
            filings.awaitMore(20);
            Path settings = home.resolve("postgresql/pg_hba.conf");
            Path aside = Files.move(settings, home.resolve("aside"));
            kill(home);

            await().atMost(TIMEOUT).until(() -> health(stele).body().contains("RESTARTING"));
            for (String path :
                    List.of("/api/v1/states/RUS", "/api/v1/board", "/api/v1/events", "/", "/log/checkpoint")) {
                long start = System.nanoTime();
                assertThat(stele.get(path).statusCode()).as(path).isEqualTo(503);
                assertThat(Duration.ofNanos(System.nanoTime() - start)).as(path).isLessThan(SOON);
            }
            assertThat(health(stele).statusCode()).isEqualTo(503);

            Files.move(aside, settings);
            stele.awaitHealthy();
            filings.awaitMore(20);
            assertThat(filings.longestWait()).isLessThan(SOON);
            requireAllThere(stele, filings.stop());
            assertThat(Files.size(stele.output())).isLessThan(MAX_LOG_BYTES);
        }
    }

    @Test
    void a_full_disk_stops_filing_and_space_brings_it_back() throws Exception {
        Path home = Files.createDirectories(directory.resolve("home"));
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=320m", "tmpfs", home.toString());
        if (!mounted) {
            System.out.println("SKIPPED: a small disk cannot be mounted here; this test wants to be root.");
        }
        Assumptions.assumeTrue(mounted, "a small disk cannot be mounted");
        try (RunningApplication stele = start(home);
                Filings filings = Filings.to(stele, 4)) {
            filings.awaitMore(20);
            Path ballast = home.resolve("ballast");
            fill(ballast);
            useUpLog(home);
            await().atMost(TIMEOUT).until(() -> health(stele).body().contains("RESTARTING"));

            Files.delete(ballast);
            stele.awaitHealthy();
            filings.awaitMore(20);
            requireAllThere(stele, filings.stop());
            assertThat(Files.size(stele.output())).isLessThan(MAX_LOG_BYTES);
        } finally {
            run("umount", "-l", home.toString());
        }
    }

    @Test
    void a_start_right_after_the_death_of_all_finds_every_acknowledged_filing() throws Exception {
        Path home = directory.resolve("home");
        List<Acknowledged> acknowledged;
        try (RunningApplication stele = start(home);
                Filings filings = Filings.to(stele, 4)) {
            filings.awaitMore(20);
            kill(home);
            stele.kill();
            acknowledged = filings.stop();
        }
        try (RunningApplication stele = start(home)) {
            requireAllThere(stele, acknowledged);
        }
    }

    private RunningApplication start(Path home) throws Exception {
        return RunningApplication.start(
                        RunningApplication.jar("standalone", "stele.jar"),
                        directory,
                        Map.of("STELE_HOME", home.toString()))
                .awaitHealthy();
    }

    private static HttpResponse<String> health(RunningApplication stele) throws Exception {
        return stele.getUnknown("/actuator/health");
    }

    private static void requireAllThere(RunningApplication stele, List<Acknowledged> filings) throws Exception {
        assertThat(filings).isNotEmpty();
        for (Acknowledged filing : filings) {
            String event = stele.get("/api/v1/events?after=%s&limit=1".formatted(filing.position() - 1))
                    .body();
            assertThat(event).contains(filing.leafHash());
        }
    }

    /** Kills the server process of the database, and none of its other processes, as the OOM killer would. */
    private static void kill(Path home) throws Exception {
        String processId = Files.readAllLines(home.resolve("postgresql/postmaster.pid"))
                .getFirst()
                .strip();
        assertThat(run("kill", "-KILL", processId)).isTrue();
    }

    /** Fills the disk, repeatedly, until the database fails. */
    private static void fill(Path ballast) throws Exception {
        run("dd", "if=/dev/zero", "of=" + ballast, "bs=64k");
    }

    /** Makes the database write until its WAL needs space that is not there. */
    private static void useUpLog(Path home) throws IOException {
        List<String> server = Files.readAllLines(home.resolve("postgresql/postmaster.pid"));
        JsonNode passwords = JsonMapper.shared().readTree(Files.readString(home.resolve("database-passwords.json")));
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:%s/stele"
                                .formatted(server.get(3).strip()),
                        "postgres",
                        passwords.path("superuser").asString());
                Statement statement = connection.createStatement()) {
            for (int megabyte = 0; megabyte < 64; megabyte++) {
                statement.execute("SELECT pg_logical_emit_message(false, 'test', repeat('x', 1000000))");
            }
        } catch (SQLException e) {
            assertThat(e.getSQLState()).as(e.toString()).isNotEqualTo("28P01");
        }
    }

    private static boolean run(String... command) throws Exception {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
