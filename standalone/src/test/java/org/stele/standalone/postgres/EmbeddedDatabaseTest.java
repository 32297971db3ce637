package org.stele.standalone.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("long")
class EmbeddedDatabaseTest {

    @TempDir
    Path home;

    static EmbeddedDatabase.Locations locations(Path home) {
        return new EmbeddedDatabase.Locations(
                home.resolve("postgresql"),
                home.resolve("programs"),
                home.resolve("database-passwords.json"),
                home.resolve("postgresql.log"));
    }

    @Test
    void it_is_durable_and_lets_nobody_in_without_a_password() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(locations(home))) {
            assertThat(setting(database, "fsync")).isEqualTo("on");
            assertThat(setting(database, "synchronous_commit")).isEqualTo("on");
            assertThat(setting(database, "password_encryption")).isEqualTo("scram-sha-256");
            assertThat(setting(database, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThatThrownBy(() -> DriverManager.getConnection(database.url(), "postgres", ""))
                    .isInstanceOf(SQLException.class);
            assertThat(Files.getPosixFilePermissions(home.resolve("database-passwords.json")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void what_was_committed_is_there_when_a_killed_process_is_followed_at_once_by_another() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HardDeath.class.getName(),
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int acknowledged = killAfter(process, 200);

        try (EmbeddedDatabase database = EmbeddedDatabase.start(locations(home));
                Connection connection = database.superuser().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*), max(n) FROM kept")) {
            row.next();
            assertThat(row.getInt(1)).isGreaterThanOrEqualTo(acknowledged).isEqualTo(row.getInt(2));
        }
    }

    private static int killAfter(Process process, int rows) throws IOException, InterruptedException {
        int acknowledged = 0;
        try (BufferedReader output = process.inputReader()) {
            while (acknowledged < rows) {
                String line = Objects.requireNonNull(output.readLine(), "The process ended by itself.");
                if (line.startsWith(HardDeath.COMMITTED)) {
                    acknowledged = Integer.parseInt(line.substring(HardDeath.COMMITTED.length()));
                }
            }
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return acknowledged;
    }

    private static String setting(EmbeddedDatabase database, String name) throws SQLException {
        try (Connection connection = database.superuser().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW " + name)) {
            row.next();
            return row.getString(1);
        }
    }
}
