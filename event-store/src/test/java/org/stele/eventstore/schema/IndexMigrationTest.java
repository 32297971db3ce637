package org.stele.eventstore.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import org.stele.eventstore.TestDatabase;
import org.stele.eventstore.TestLedger;
import org.stele.eventstore.damage.DamagedPlace;
import org.stele.eventstore.event.Selection;
import org.stele.eventstore.event.StoredEvent;
import org.stele.eventstore.fsck.FsckReport;
import org.stele.eventstore.jdbc.Query;
import org.stele.ledger.Hash;

/** A ledger of the layout before is carried over whole, also when the migration is killed and started again. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class IndexMigrationTest {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final String STORED = """
            SELECT md5(string_agg(md5(e::text), '' ORDER BY position)) || (
                SELECT md5(string_agg(md5(m::text), '' ORDER BY level, index)) FROM ledger.merkle_tile m) || (
                SELECT md5(string_agg(md5(c::text), '' ORDER BY scope, command_id)) FROM ledger.command c) AS stored
            FROM ledger.event e
            """;

    /** As docs/operating/audit.md had it. */
    private static final String ENTRIES_BEFORE =
            "SELECT tag, position, type FROM ledger.event_tag WHERE position = %s ORDER BY tag, type COLLATE \"C\"";

    private static final String INSERTS = "query LIKE '%INSERT INTO ledger.index_run%'";
    private static final String WAITS = "wait_event_type = 'Lock'";

    @Test
    void rows_proofs_reads_and_conditions_are_the_same_after_it() throws SQLException {
        TestDatabase database = TestDatabase.create();
        List<StoredEvent> before;
        Hash root;
        try (TestLedger ledger = TestLedger.on(database)) {
            fill(ledger, 5_000);
            before = ofRussia(ledger);
            root = ledger.reader().root(5_003);
        }
        String stored = stored(database);
        EarlierLayout.restore(database);

        LedgerMigration.migrate(database.owner());

        assertThat(stored(database)).isEqualTo(stored);
        try (TestLedger ledger = TestLedger.on(database)) {
            FsckReport report = ledger.fsck();
            assertThat(report.firstWrong()).isNull();
            assertThat(report.events()).isEqualTo(5_003);
            assertThat(ledger.reader().root(5_003)).isEqualTo(root);
            assertThat(ofRussia(ledger)).usingRecursiveComparison().isEqualTo(before);
            long last = before.getLast().position();
            assertThatThrownBy(() -> ledger.append(
                            TestLedger.onlyIfNothingAfter(last - 1, "memberState=RUS"), TestLedger.event("a.B")))
                    .isInstanceOf(AppendEventsTransactionRejectedException.class);
            assertThat(ledger.append(
                            TestLedger.onlyIfNothingAfter(last, "memberState=RUS"),
                            TestLedger.event("a.B", "memberState=RUS")))
                    .isEqualTo(5_004);
            assertThat(ledger.fsck().firstWrong()).isNull();
        }
    }

    @Test
    void what_was_accepted_or_removed_by_its_digest_stands() throws Exception {
        TestDatabase database = TestDatabase.create();
        try (TestLedger ledger = TestLedger.on(database)) {
            fill(ledger, 100);
        }
        EarlierLayout.restore(database);
        List<byte[]> entries = new ArrayList<>();
        for (long position : List.of(1L, 2L, 3L, 77L)) {
            entries.add(copied(database, ENTRIES_BEFORE.formatted(position)));
        }
        String row = "SELECT position, event_id, type, recorded_at, tags, body, salt, leaf, leaf_hash FROM ledger.event"
                + " WHERE position = 77";
        String commands =
                "SELECT scope, command_id, request_sha256, first_position, event_count FROM ledger.command WHERE false";
        Hash digest = Hash.sha256(copied(database, row), entries.getLast(), copied(database, commands));

        LedgerMigration.migrate(database.owner());

        try (Connection connection = database.superuser().getConnection()) {
            assertThat(DamagedPlace.sha256(connection, 77)).isEqualTo(digest);
        }
    }

    @Test
    void what_was_falsified_before_is_found_after_it() throws SQLException {
        TestDatabase database = TestDatabase.create();
        try (TestLedger ledger = TestLedger.on(database)) {
            fill(ledger, 1_500);
        }
        EarlierLayout.restore(database);
        database.execute(
                "ALTER TABLE ledger.event_tag DISABLE TRIGGER USER",
                "DELETE FROM ledger.event_tag WHERE position = 1300",
                "INSERT INTO ledger.event_tag VALUES (42, 9223372036854775807, 'x'), (42, -3, 'x')",
                "ALTER TABLE ledger.event_tag ENABLE ALWAYS TRIGGER insert_only",
                "ALTER TABLE ledger.event_tag ENABLE ALWAYS TRIGGER insert_only_truncate");

        LedgerMigration.migrate(database.owner());

        try (TestLedger ledger = TestLedger.on(database)) {
            assertThat(ledger.fsck().firstWrong()).startsWith("event 1300: index_run has no entry");
        }
    }

    @Test
    @Tag("long")
    void a_migration_of_many_events_that_is_killed_is_done_by_the_next() throws Exception {
        killed(200_000);
    }

    @Test
    void a_migration_that_is_killed_leaves_the_layout_before() throws Exception {
        killed(20_000);
    }

    private static void killed(int events) throws Exception {
        TestDatabase database = TestDatabase.create();
        try (TestLedger ledger = TestLedger.on(database)) {
            fill(ledger, events);
        }
        EarlierLayout.restore(database);
        String stored = stored(database);
        for (String end : List.of(WAITS, INSERTS)) {
            try (Connection reader = database.superuser().getConnection()) {
                reader.setAutoCommit(false);
                // The last statement waits for whoever reads events.
                reader.createStatement().execute("LOCK TABLE ledger.event IN ACCESS SHARE MODE");
                CompletableFuture<Void> migration =
                        CompletableFuture.runAsync(() -> LedgerMigration.migrate(database.owner()));
                kill(database, migration, end);
                assertThat(migration).isCompletedExceptionally();
            }
            assertThat(exists(database, "event_tag")).isTrue();
            assertThat(exists(database, "index_run")).isFalse();
            assertThat(stored(database)).isEqualTo(stored);
        }

        LedgerMigration.migrate(database.owner());

        assertThat(exists(database, "event_tag")).isFalse();
        assertThat(stored(database)).isEqualTo(stored);
        try (TestLedger ledger = TestLedger.on(database)) {
            FsckReport report = ledger.fsck();
            assertThat(report.firstWrong()).isNull();
            assertThat(report.events()).isEqualTo(events + 3);
        }
    }

    /** Ends the server's process that migrates, when it is where it is to end. */
    private static void kill(TestDatabase database, CompletableFuture<Void> migration, String where) throws Exception {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!migration.isDone()) {
            assertThat(System.nanoTime()).isLessThan(until);
            database.execute("""
                    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                    WHERE usename = 'stele_owner' AND datname = current_database() AND state = 'active' AND
                    """ + where);
        }
    }

    private static void fill(TestLedger ledger, int events) {
        ledger.append(TestLedger.event("a.First", TestLedger.command("RUS", "x").metadata(), "memberState=RUS"));
        ledger.append(TestLedger.event("a.Second", "memberState=CHN", "notice=8"), TestLedger.event("a.Third"));
        ledger.appendMany(events);
    }

    private static List<StoredEvent> ofRussia(TestLedger ledger) {
        return ledger.reader()
                .read(Selection.tag("memberState=RUS"), 0, ledger.reader().head(), 10_000);
    }

    private static String stored(TestDatabase database) throws SQLException {
        try (Connection connection = database.superuser().getConnection()) {
            return Objects.requireNonNull(
                    Query.one(connection, STORED, statement -> {}, row -> row.getString("stored")));
        }
    }

    private static boolean exists(TestDatabase database, String table) throws SQLException {
        try (Connection connection = database.superuser().getConnection()) {
            return Query.exists(
                    connection, "SELECT 1 FROM pg_tables WHERE schemaname = 'ledger' AND tablename = '" + table + "'");
        }
    }

    private static byte[] copied(TestDatabase database, String select) throws Exception {
        try (Connection connection = database.superuser().getConnection()) {
            ByteArrayOutputStream rows = new ByteArrayOutputStream();
            CopyOut copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("COPY (" + select + ") TO STDOUT (FORMAT binary)");
            for (byte[] message = copy.readFromCopy(); message != null; message = copy.readFromCopy()) {
                rows.writeBytes(message);
            }
            return rows.toByteArray();
        }
    }
}
