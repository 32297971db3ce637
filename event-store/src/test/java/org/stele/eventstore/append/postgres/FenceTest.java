package org.stele.eventstore.append.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.junit.jupiter.api.Test;
import org.stele.eventstore.TestDatabase;
import org.stele.eventstore.TestLedger;
import org.stele.eventstore.event.CommandKey;
import org.stele.eventstore.event.LedgerOverloaded;
import org.stele.eventstore.event.LedgerUnavailable;
import org.stele.eventstore.event.Selection;
import org.stele.eventstore.fsck.Writing;
import org.stele.eventstore.guard.ClockKeeper;
import org.stele.eventstore.jdbc.Query;
import org.stele.eventstore.read.LedgerReader;

/** A writer continues only on the history that it has seen, and never guesses whether it has written. */
class FenceTest {

    private final TestDatabase database = TestDatabase.create();

    /** Bypasses the triggers, which are restored afterwards. */
    private void change(String table, String sql) throws SQLException {
        database.execute("ALTER TABLE ledger." + table + " DISABLE TRIGGER insert_only; " + sql
                + "; ALTER TABLE ledger." + table + " ENABLE ALWAYS TRIGGER insert_only");
    }

    @Test
    void a_database_that_has_lost_the_last_event_is_refused_for_good() throws SQLException {
        try (TestLedger ledger = TestLedger.on(database)) {
            ledger.appendMany(2);
            CommandKey key = TestLedger.command("RUS", "lost");
            ledger.append(TestLedger.event("a.Lost", key.metadata(), "memberState=RUS"));
            AppendReceipts remembered = ledger.receiptsWithoutDatabase();
            assertThat(remembered.find("RUS", key.commandId())).isNotNull();
            change("event", "DELETE FROM ledger.event WHERE position = 3");
            requireRefused(ledger);
            requireRefused(ledger);
            // Receipts of events that the database has lost are no longer given.
            assertThatThrownBy(() -> remembered.find("RUS", key.commandId())).isInstanceOf(LedgerUnavailable.class);
        }
        assertThat(new LedgerReader(database.projection()).head()).isEqualTo(2);
    }

    @Test
    void a_database_with_another_history_is_refused_for_good() throws SQLException {
        try (TestLedger ledger = TestLedger.on(database)) {
            ledger.appendMany(3);
            change("event", "UPDATE ledger.event SET leaf_hash = sha256('other') WHERE position = 3");
            requireRefused(ledger);
            requireRefused(ledger);
        }
    }

    private static void requireRefused(TestLedger ledger) {
        assertThatThrownBy(() -> ledger.append(TestLedger.event("a.B")))
                .isInstanceOf(LedgerUnavailable.class)
                .hasMessageContaining("position 3");
    }

    @Test
    void two_nodes_take_turns_and_each_goes_on_after_the_other() {
        try (TestLedger first = TestLedger.on(database);
                TestLedger second = TestLedger.on(database)) {
            for (int i = 1; i <= 20; i++) {
                TestLedger node = i % 3 == 0 ? second : first;
                assertThat(node.append(TestLedger.event("a.B", "memberState=" + TestLedger.state(i))))
                        .isEqualTo(i);
            }
            assertThat(first.fsck().firstWrong()).isNull();
        }
    }

    @Test
    void a_connection_that_the_server_ends_is_replaced() throws SQLException {
        try (TestLedger ledger = TestLedger.on(database)) {
            ledger.append(TestLedger.event("a.B"));
            database.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
                    + " AND usename = 'stele_command'");
            assertThat(ledger.append(TestLedger.event("a.B"))).isEqualTo(2);
        }
    }

    @Test
    void a_commit_that_succeeded_unheard_is_acknowledged_and_not_repeated() {
        FaultyDataSource faulty = new FaultyDataSource(database.command());
        try (TestLedger ledger = TestLedger.on(database, faulty)) {
            ledger.append(TestLedger.event("a.B"));
            faulty.failNextCommit(FaultyDataSource.End.COMMITTED);
            assertThat(ledger.append(TestLedger.event("a.B", "memberState=RUS")))
                    .isEqualTo(2);
            assertThat(faulty.hasFailed()).isTrue();
            faulty.failNextCommit(FaultyDataSource.End.COMMITTED);
            assertThat(ledger.append(TestLedger.event("a.B", "memberState=RUS")))
                    .isEqualTo(3);
            assertThat(faulty.hasFailed()).isTrue();
            assertThat(ledger.reader().head()).isEqualTo(3);
            assertThat(ledger.fsck().firstWrong()).isNull();
        }
    }

    @Test
    void a_commit_that_failed_unheard_is_made_again() {
        FaultyDataSource faulty = new FaultyDataSource(database.command());
        try (TestLedger ledger = TestLedger.on(database, faulty)) {
            faulty.failNextCommit(FaultyDataSource.End.ROLLED_BACK);
            assertThat(ledger.append(TestLedger.event("a.B", "memberState=RUS")))
                    .isEqualTo(1);
            assertThat(faulty.hasFailed()).isTrue();
            assertThat(ledger.reader().head()).isEqualTo(1);
            assertThat(ledger.fsck().firstWrong()).isNull();
        }
    }

    @Test
    void a_warning_on_commit_counts_as_unheard_and_is_read_back() throws SQLException {
        database.execute("""
                CREATE FUNCTION ledger.warn() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN RAISE WARNING 'no standby has confirmed'; RETURN NULL; END $$
                """, """
                CREATE CONSTRAINT TRIGGER warn AFTER INSERT ON ledger.event DEFERRABLE INITIALLY DEFERRED
                FOR EACH ROW WHEN (NEW.position = 2) EXECUTE FUNCTION ledger.warn()
                """);
        try (TestLedger ledger = TestLedger.credulous(database)) {
            ledger.append(TestLedger.event("a.B"));
            int first = writer();
            assertThat(ledger.append(TestLedger.event("a.B"))).isEqualTo(2);
            assertThat(writer())
                    .as("the connection, given up after the warning")
                    .isNotEqualTo(first);
            assertThat(ledger.append(TestLedger.event("a.B"))).isEqualTo(3);
            database.execute("DROP FUNCTION ledger.warn() CASCADE");
            assertThat(ledger.fsck().firstWrong()).isNull();
        }
    }

    private int writer() throws SQLException {
        try (Connection connection = database.superuser().getConnection()) {
            return Query.list(
                            connection,
                            "SELECT pid FROM pg_stat_activity WHERE datname = current_database()"
                                    + " AND usename = 'stele_command' ORDER BY backend_start DESC LIMIT 1",
                            statement -> {},
                            row -> row.getInt(1))
                    .get(0);
        }
    }

    @Test
    void a_ledger_far_ahead_of_the_clock_takes_no_events() throws SQLException {
        try (TestLedger ledger = TestLedger.on(database)) {
            ledger.append(TestLedger.event("a.B"));
        }
        Writing.one(database, Instant.now().plusSeconds(ClockKeeper.MAX_AHEAD.toSeconds() + 30));
        try (TestLedger ledger = TestLedger.on(database)) {
            assertThatThrownBy(() -> ledger.append(TestLedger.event("a.B")))
                    .isInstanceOf(LedgerUnavailable.class)
                    .hasMessageContaining("clock");
        }
    }

    @Test
    void a_ledger_a_little_ahead_of_the_clock_records_at_the_time_of_the_last_event() throws SQLException {
        Instant ahead = Writing.one(database, Instant.now().plusSeconds(30));
        try (TestLedger ledger = TestLedger.on(database)) {
            ledger.append(TestLedger.event("a.B"));
            assertThat(ledger.reader().read(Selection.all(), 1, 2, 1).get(0).recordedAt())
                    .isEqualTo(ahead);
            assertThat(ledger.fsck().firstWrong()).isNull();
        }
    }

    @Test
    void commands_above_the_limit_are_refused_and_those_that_wait_are_recorded() throws SQLException {
        try (TestLedger ledger = TestLedger.holdingFew(database, 2);
                Connection other = database.command().getConnection()) {
            other.setAutoCommit(false);
            try (var statement = other.createStatement()) {
                // Another node is writing.
                statement.execute("SELECT pg_advisory_xact_lock(" + WriteSession.WRITER_LOCK + ")");
            }
            List<CompletableFuture<Long>> outcomes = IntStream.range(0, 20)
                    .mapToObj(i -> ledger.submit(AppendCondition.none(), List.of(TestLedger.event("a.B"))))
                    .toList();
            assertThat(outcomes.stream()
                            .filter(CompletableFuture::isCompletedExceptionally)
                            .count())
                    .isGreaterThanOrEqualTo(17);
            other.rollback();
            outcomes.forEach(FenceTest::requireRecordedOrOverloaded);
            assertThat(ledger.reader().head()).isBetween(1L, 3L);
        }
    }

    private static void requireRecordedOrOverloaded(CompletableFuture<Long> outcome) {
        try {
            outcome.join();
        } catch (CompletionException e) {
            assertThat(e.getCause()).isInstanceOf(LedgerOverloaded.class);
        }
    }
}
