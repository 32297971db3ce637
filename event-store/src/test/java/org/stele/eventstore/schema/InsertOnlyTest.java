package org.stele.eventstore.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stele.eventstore.TestDatabase;
import org.stele.eventstore.TestLedger;
import org.stele.eventstore.event.IntegrityViolation;
import org.stele.eventstore.fsck.Fsck;
import org.stele.eventstore.fsck.FsckReport;
import org.stele.eventstore.fsck.Pinned;
import org.stele.eventstore.fsck.WaysToChange;
import org.stele.eventstore.guard.LedgerGuards;
import org.stele.eventstore.jdbc.Query;

/**
 * Rows are only ever inserted: whoever appends or reads is refused every way to change or remove one. What the owner of the
 * tables and the superuser can do by changing the tables themselves is found.
 */
class InsertOnlyTest {

    private static final TestDatabase DATABASE = TestDatabase.createOnServerOfItsOwn();
    private static final DataSource COMMAND = DATABASE.command();
    private static final DataSource QUERY = DATABASE.query();
    private static final DataSource BODIES = DATABASE.bodies();
    private static final DataSource PROJECTION = DATABASE.projection();
    private static final DataSource OWNER = DATABASE.owner();
    private static final DataSource SUPERUSER = DATABASE.superuser();
    private static final List<DataSource> ROLES = List.of(COMMAND, QUERY, BODIES, PROJECTION, OWNER, SUPERUSER);
    private static final Map<DataSource, Connection> KEPT = new HashMap<>();
    private static String before = "";

    @BeforeAll
    static void some_of_everything() throws SQLException {
        try (TestLedger ledger = TestLedger.on(DATABASE)) {
            ledger.append(TestLedger.event("a.B", TestLedger.command("RUS", "x").metadata(), "memberState=RUS"));
            ledger.appendMany(256);
        }
        before = rows();
    }

    @AfterEach
    void nothing_has_changed() throws SQLException, IntegrityViolation {
        assertThat(rows()).isEqualTo(before);
        LedgerGuards.require(kept(PROJECTION));
    }

    @AfterAll
    static void the_ledger_is_sound() throws SQLException {
        assertThat(new Fsck(PROJECTION, TestLedger.STATE_TAG)
                        .run(position -> {})
                        .firstWrong())
                .isNull();
        for (Connection connection : KEPT.values()) {
            connection.close();
        }
    }

    /** Every row of every table, as a digest. */
    private static String rows() throws SQLException {
        return Query.list(kept(SUPERUSER), """
                    SELECT md5((SELECT string_agg(e::text, ',' ORDER BY position) FROM ledger.event e)
                        || (SELECT string_agg(r::text, ',' ORDER BY key, block, type, first) FROM ledger.index_run r)
                        || (SELECT string_agg(m::text, ',' ORDER BY level, index) FROM ledger.merkle_tile m)
                        || (SELECT string_agg(c::text, ',' ORDER BY scope, command_id) FROM ledger.command c)) AS all
                    """, statement -> {}, row -> row.getString("all"))
                .get(0);
    }

    static Stream<String> refusedToAll() {
        return Stream.concat(alsoReplicating(), WaysToChange.byParent());
    }

    static Stream<String> alsoReplicating() {
        return Stream.concat(WaysToChange.ofEachTable(), WaysToChange.byStatement());
    }

    @ParameterizedTest
    @MethodSource("refusedToAll")
    void a_change_of_rows_is_refused_to_every_role(String sql) {
        for (DataSource role : ROLES) {
            requireRefused(role, sql);
        }
    }

    @ParameterizedTest
    @MethodSource("alsoReplicating")
    void a_change_of_rows_is_refused_also_where_triggers_are_mostly_off(String sql) {
        assertThatThrownBy(() -> execute(SUPERUSER, "SET session_replication_role = replica; " + sql))
                .hasMessageContaining("insert-only");
    }

    static Stream<String> refusedToRoles() {
        return Stream.concat(
                WaysToChange.byDefinition(),
                Stream.concat(WaysToChange.byRights(), Stream.concat(WaysToChange.ofTheServer(), definitions())));
    }

    private static Stream<String> definitions() {
        return Stream.concat(WaysToChange.ofTheOwner(), WaysToChange.unguarding());
    }

    static Stream<String> ownersWays() {
        return Stream.concat(definitions(), WaysToChange.granting());
    }

    @ParameterizedTest
    @MethodSource("refusedToRoles")
    void a_change_of_the_tables_is_refused_to_those_who_append_and_read(String sql) {
        for (DataSource role : List.of(COMMAND, QUERY, BODIES, PROJECTION)) {
            requireRefused(role, sql);
        }
    }

    @ParameterizedTest
    @MethodSource("ownersWays")
    void what_the_owner_does_to_the_tables_is_found(String sql) throws SQLException {
        requireFound(OWNER, sql);
        requireFound(SUPERUSER, sql);
    }

    static Stream<String> superusersWays() {
        return WaysToChange.ofTheSuperuser();
    }

    @ParameterizedTest
    @MethodSource("superusersWays")
    void what_only_the_superuser_can_do_is_found(String sql) throws SQLException {
        requireRefused(OWNER, sql);
        requireFound(SUPERUSER, sql);
    }

    static Stream<String> insertions() {
        return WaysToChange.byInsertion();
    }

    @ParameterizedTest
    @MethodSource("insertions")
    void a_row_that_is_inserted_past_the_sequencer_is_found(String sql) throws SQLException {
        for (DataSource role : List.of(QUERY, BODIES, PROJECTION)) {
            requireRefused(role, sql);
        }
        requireFound(COMMAND, sql);
    }

    static Stream<String> withoutEffect() {
        return Stream.concat(WaysToChange.withoutEffect(), WaysToChange.granting());
    }

    @ParameterizedTest
    @MethodSource("withoutEffect")
    void a_statement_that_is_not_refused_changes_no_row(String sql) throws SQLException {
        execute(COMMAND, sql);
    }

    @Test
    void at_least_fifty_ways_are_tried() {
        assertThat(Stream.of(refusedToAll(), refusedToRoles(), superusersWays(), insertions())
                        .flatMap(ways -> ways)
                        .distinct()
                        .count())
                .isGreaterThanOrEqualTo(100);
    }

    @Test
    void the_role_that_projects_makes_a_schema_of_its_own() throws SQLException {
        execute(PROJECTION, "CREATE SCHEMA query; CREATE TABLE query.state_file (state text)");
        for (DataSource role : List.of(COMMAND, QUERY, BODIES)) {
            assertThatThrownBy(() -> execute(role, "CREATE SCHEMA other")).hasMessageContaining("permission denied");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT body FROM ledger.event",
                "SELECT salt FROM ledger.event",
                "SELECT * FROM ledger.event",
                "SELECT e FROM ledger.event e",
                "SELECT count(*) FROM ledger.event WHERE body IS NULL",
                "SELECT position FROM ledger.event ORDER BY salt",
                "COPY (SELECT body FROM ledger.event) TO STDOUT",
                "COPY ledger.event TO STDOUT",
                "SELECT request_sha256 FROM ledger.command",
                "SET ROLE stele_bodies",
                "SET ROLE stele_projection"
            })
    void the_role_that_serves_reads_no_body_and_no_salt(String sql) throws SQLException {
        requireRefused(QUERY, sql);
        execute(QUERY, "SELECT position, event_id, type, recorded_at, tags, leaf, leaf_hash FROM ledger.event");
        execute(BODIES, "SELECT body, salt FROM ledger.event");
    }

    @Test
    void roles_and_migrations_may_be_applied_again() throws SQLException {
        DATABASE.roles().create(SUPERUSER);
        LedgerMigration.migrate(OWNER);
    }

    /** Refused for want of a right, and for no other reason: a mistake in a statement shows. */
    private static void requireRefused(DataSource role, String sql) {
        assertThatThrownBy(() -> executeAndRollBack(role, sql))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
    }

    /** A connection that is kept, because to open one takes longer than all else here. */
    private static Connection kept(DataSource role) throws SQLException {
        Connection connection = KEPT.get(role);
        if (connection == null) {
            connection = role.getConnection();
            KEPT.put(role, connection);
        }
        return connection;
    }

    private static void executeAndRollBack(DataSource role, String sql) throws SQLException {
        try (var statement = kept(role).createStatement()) {
            try {
                statement.execute(sql);
            } finally {
                statement.execute("ROLLBACK");
            }
        }
    }

    /** In a transaction that is rolled back, so that the next way starts from the same ledger. */
    private static void requireFound(DataSource role, String sql) throws SQLException {
        try (Connection connection = role.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(sql);
            FsckReport report = Fsck.run(connection, TestLedger.STATE_TAG, Pinned.NOTHING, position -> {});
            connection.rollback();
            assertThat(report.firstWrong()).isNotNull();
        }
    }

    /** Several statements are one transaction, so that what was refused leaves nothing behind. */
    private static void execute(DataSource role, String sql) throws SQLException {
        try (Connection connection = role.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
