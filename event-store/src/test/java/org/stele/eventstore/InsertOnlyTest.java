package org.stele.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No role changes or removes a row, not even the owner of the tables. */
class InsertOnlyTest {

    private static final TestDatabase DATABASE = TestDatabase.create();

    @BeforeAll
    static void some_of_everything() {
        try (TestLedger ledger = TestLedger.on(DATABASE)) {
            ledger.append(TestLedger.event("a.B", TestLedger.command("RUS", "x").metadata(), "memberState=RUS"));
            ledger.appendMany(256);
        }
    }

    @AfterAll
    static void nothing_has_changed() {
        assertThat(new Fsck(DATABASE.query(), TestLedger.STATE_TAG)
                        .run(position -> {})
                        .firstWrong())
                .isNull();
    }

    static Stream<String> changes() {
        return Stream.of("event", "event_tag", "merkle_tile", "command")
                .flatMap(table -> Stream.of(
                        "DELETE FROM ledger." + table,
                        "TRUNCATE ledger." + table,
                        "UPDATE ledger." + table + " SET "
                                + switch (table) {
                                    case "event" -> "type = 'other'";
                                    case "event_tag" -> "type = 'other'";
                                    case "merkle_tile" -> "index = 9";
                                    default -> "event_count = 9";
                                }));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void every_role_is_refused(String sql) {
        for (DataSource role : List.of(DATABASE.command(), DATABASE.query(), DATABASE.owner(), DATABASE.superuser())) {
            assertThatThrownBy(() -> execute(role, sql))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
        }
        assertThatThrownBy(() -> execute(DATABASE.superuser(), "SET session_replication_role = replica; " + sql))
                .hasMessageContaining("insert-only");
    }

    @Test
    void the_role_that_reads_does_not_insert() {
        assertThatThrownBy(() -> execute(DATABASE.query(), "INSERT INTO ledger.event_tag VALUES (1, 1, 'x')"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void the_role_that_reads_makes_a_schema_of_its_own() throws SQLException {
        execute(DATABASE.query(), "CREATE SCHEMA query; CREATE TABLE query.state_file (state text)");
        assertThatThrownBy(() -> execute(DATABASE.command(), "CREATE SCHEMA other"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void roles_and_migrations_may_be_applied_again() throws SQLException {
        DATABASE.roles().create(DATABASE.superuser());
        LedgerMigration.migrate(DATABASE.owner());
    }

    private static void execute(DataSource role, String sql) throws SQLException {
        try (Connection connection = role.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
