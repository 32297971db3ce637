package org.stele.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.stele.eventstore.home.Pins;
import org.stele.eventstore.home.SigningHome;
import org.stele.eventstore.log.ChainRow;
import org.stele.eventstore.log.ChainRows;
import org.stele.eventstore.schema.LedgerRoles;
import org.stele.ledger.note.Checkpoint;
import org.stele.standalone.RunningApplication.CommandResult;
import org.stele.standalone.postgres.DatabasePasswords;
import org.stele.standalone.postgres.EmbeddedDatabase;
import tools.jackson.databind.JsonNode;

/**
 * A home that was written before there was a chain of what was signed, opened by the program of today. src/test/resources/upgrade
 * holds it: the database of the demonstration as pg_dump wrote it, the files of the signer, and what the board said.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("long")
class UpgradeIT {

    private static final String BOARD = "/api/v1/board?effectiveOn=2021-06-30&knownOn=2021-06-30";

    private static final int ACCREDITATIONS = 17;

    @TempDir
    Path directory;

    @Test
    void a_home_of_the_version_before_says_the_same_and_is_chained_and_pinned_at_the_first_start() throws Exception {
        Path home = Files.createDirectory(home());
        for (String file : List.of("signing-key.pem", "last-checkpoint")) {
            Files.copy(resource(file), home.resolve(file));
        }
        SigningHome signing = new SigningHome(home);
        Checkpoint signed = signing.kept().read().orElseThrow().checkpoint();
        restore();
        assertThat(signing.pins().read()).isEmpty();

        // The fixture grows old.
        Map<String, String> variables = Map.of("STELE_HOME", home.toString(), "STELE_LONGEST_IDLE_DAYS", "36500");
        Path jar = RunningApplication.jar("standalone", "stele.jar");
        try (RunningApplication stele =
                RunningApplication.start(jar, directory, variables).awaitHealthy()) {
            // The accounts of the demonstration are accredited by the program of today.
            long size = signed.size() + ACCREDITATIONS;
            assertThat(stele.json("/api/v1/events").path("treeSize").asLong()).isEqualTo(size);
            await().atMost(Duration.ofSeconds(20))
                    .until(() ->
                            Files.readString(home.resolve("last-checkpoint")).contains("\n" + size + "\n"));
            assertThat(stele.get("/log/checkpoint").body())
                    .startsWith(
                            Files.readString(home.resolve("last-checkpoint")).split("\n\n")[0]);
            assertThat(statuses(stele))
                    .isEqualTo(new String(resource("statuses").readAllBytes(), UTF_8));
            CommandResult fsck = RunningApplication.run(jar, directory, variables, "fsck");
            assertThat(fsck.exitCode()).as(fsck.output()).isZero();
            assertThat(fsck.output()).contains("signed checkpoints").doesNotContain("NOT SOUND");
            Pins pins = signing.pins().read().orElseThrow().pins();
            assertThat(pins.ledger().size()).isEqualTo(size);
            assertThat(pins.states().size()).isPositive();
            assertThat(pins.chain().size()).isPositive();
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.start(locations());
                Connection connection = superuser(database).getConnection()) {
            ChainRow first = Objects.requireNonNull(new ChainRows(connection).at(1));
            assertThat(first.subject().toString()).startsWith("begin (upgrade, size %s, ".formatted(signed.size()));
        }
    }

    /** Of each State, one a line. */
    private static String statuses(RunningApplication stele) throws Exception {
        StringBuilder lines = new StringBuilder();
        for (JsonNode state : stele.json(BOARD).path("states")) {
            lines.append(Stream.of("iso3", "repatriation", "REP-MID", "REP-HALF", "REP-FIN")
                            .map(name -> state.path(name).asString())
                            .collect(Collectors.joining(" ")))
                    .append('\n');
        }
        return lines.toString();
    }

    private void restore() throws IOException, SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(locations());
                Connection connection = superuser(database).getConnection();
                Statement statement = connection.createStatement()) {
            DatabasePasswords passwords = database.passwords();
            new LedgerRoles(passwords.owner(), passwords.command(), passwords.query(), null, null)
                    .create(superuser(database));
            try (InputStream dump = new GZIPInputStream(resource("database.sql.gz"))) {
                statement.execute(new String(dump.readAllBytes(), UTF_8));
            }
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(UpgradeIT.class.getResourceAsStream("/upgrade/" + name), name);
    }

    private static DataSource superuser(EmbeddedDatabase database) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(database.url());
        dataSource.setUser(EmbeddedDatabase.SUPERUSER);
        dataSource.setPassword(database.passwords().superuser());
        return dataSource;
    }

    private Path home() {
        return directory.resolve("home");
    }

    private EmbeddedDatabase.Locations locations() {
        return new EmbeddedDatabase.Locations(
                home().resolve("postgresql"),
                home().resolve("programs"),
                home().resolve("database-passwords.json"),
                home().resolve("postgresql.log"));
    }
}
