package org.stele.standalone.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stele.standalone.postgres.DatabaseState.Phase;

/** The reaction to a server that has ended, with a real one. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("long")
class DeadServerTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(90);

    @TempDir
    Path home;

    @Test
    void a_server_that_was_killed_is_back_on_its_port_with_what_was_committed_and_still_durable() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(EmbeddedDatabaseTest.locations(home))) {
            execute(database, "CREATE TABLE kept (n integer)", "INSERT INTO kept VALUES (1)");
            String url = database.url();
            long killed = killServer();

            awaitBack(database, killed);

            assertThat(database.url()).isEqualTo(url);
            assertThat(ask(database, "SELECT count(*) FROM kept")).isEqualTo("1");
            assertThat(ask(database, "SHOW fsync")).isEqualTo("on");
        }
    }

    @Test
    void while_it_cannot_start_it_says_why_and_it_starts_when_the_reason_is_gone() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(EmbeddedDatabaseTest.locations(home))) {
            Path settings = home.resolve("postgresql/pg_hba.conf");
            Path aside = Files.move(settings, home.resolve("aside"));
            long killed = killServer();
            await().atMost(TIMEOUT).until(() -> database.state().tries() >= 2);
            DatabaseState state = database.state();

            Files.move(aside, settings);
            awaitBack(database, killed);

            assertThat(state.phase()).isEqualTo(Phase.RESTARTING);
            assertThat(state.reason()).contains("pg_hba.conf");
        }
    }

    @Test
    void a_start_treats_a_zombie_process_as_ended() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(EmbeddedDatabaseTest.locations(home))) {
            execute(database, "CREATE TABLE kept (n integer)");
        }
        // A parent that never waits for its child: the child becomes a zombie.
        Process parent = new ProcessBuilder("bash", "-c", "sleep 0 & echo $!; exec sleep 600").start();
        try {
            long zombie = Long.parseLong(parent.inputReader().readLine());
            await().atMost(TIMEOUT)
                    .until(() -> Files.readString(Path.of("/proc/" + zombie + "/stat"))
                            .contains(") Z "));
            Files.writeString(
                    home.resolve("postgresql/postmaster.pid"),
                    "%s\n%s\n0\n5432\n\n127.0.0.1\n".formatted(zombie, home.resolve("postgresql")));

            try (EmbeddedDatabase database = EmbeddedDatabase.start(EmbeddedDatabaseTest.locations(home))) {
                assertThat(ask(database, "SELECT count(*) FROM kept")).isEqualTo("0");
            }
        } finally {
            parent.destroyForcibly();
        }
    }

    @Test
    void a_start_waits_for_processes_that_outlive_their_server_and_kills_those_that_do_not_end() throws Exception {
        EmbeddedDatabase.Locations locations = EmbeddedDatabaseTest.locations(home);
        PostgresCluster cluster = new PostgresCluster(
                PostgresBinaries.unpackInto(locations.binaries()),
                locations.cluster(),
                new PostgresLog(locations.log()));
        PostgresCluster.Running running = cluster.start("postgres", "secret");
        List<ProcessHandle> stopped =
                new ArrayList<>(running.postmaster().descendants().toList());
        for (ProcessHandle process : stopped) {
            signal(process.pid(), "STOP");
        }
        signal(running.postmaster().pid(), "KILL");

        PostgresCluster.Running next = cluster.startOn(running.port());

        assertThat(next.isAlive()).isTrue();
        assertThat(stopped).noneMatch(PostgresProcesses::isAlive);
        cluster.stop();
    }

    private static void signal(long processId, String name) throws IOException, InterruptedException {
        int exit = new ProcessBuilder("kill", "-" + name, Long.toString(processId))
                .start()
                .waitFor();
        assertThat(exit).isZero();
    }

    private long killServer() throws IOException, InterruptedException {
        long processId = postmaster();
        signal(processId, "KILL");
        return processId;
    }

    private long postmaster() throws IOException {
        return Long.parseLong(Files.readAllLines(home.resolve("postgresql/postmaster.pid"))
                .getFirst()
                .strip());
    }

    private void awaitBack(EmbeddedDatabase database, long killed) {
        await().atMost(TIMEOUT)
                .ignoreExceptions()
                .until(() -> database.state().phase() == Phase.RUNNING && postmaster() != killed);
    }

    private static void execute(EmbeddedDatabase database, String... statements) throws SQLException {
        try (Connection connection = database.superuser().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String ask(EmbeddedDatabase database, String query) throws SQLException {
        try (Connection connection = database.superuser().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
