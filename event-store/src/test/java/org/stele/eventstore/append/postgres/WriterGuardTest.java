package org.stele.eventstore.append.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stele.eventstore.TestDatabase;
import org.stele.eventstore.TestLedger;
import org.stele.eventstore.event.LedgerUnavailable;
import org.stele.eventstore.guard.Durability;
import org.stele.eventstore.guard.GatedReliance;
import org.stele.eventstore.guard.Reliance;
import org.stele.eventstore.guard.UnsafeDatabase;
import org.stele.eventstore.guard.WriteGate;
import org.stele.eventstore.guard.WriteGate.Keeper;

/**
 * Any change to a database under a running writer: nothing is acknowledged that is not stored as sent and as durable as
 * promised; the reason is named; and once the change is undone, the same process records again.
 */
class WriterGuardTest {

    private static final TestDatabase DATABASE = TestDatabase.createOnServerOfItsOwn();
    private static final TestLedger LEDGER = TestLedger.on(DATABASE);
    private static final int MANY = BatchWriter.COPY_FROM_EVENTS;

    /** A change of the database, how it is undone, and what the reason must name. */
    record Change(String done, String undone, String named) {

        @Override
        public String toString() {
            return named + ": " + done.lines().findFirst().orElse("");
        }
    }

    @BeforeEach
    void the_gate_is_open() {
        awaitOpen();
    }

    @AfterAll
    static void the_ledger_is_sound() {
        assertThat(LEDGER.fsck().firstWrong()).isNull();
        LEDGER.close();
    }

    /** Changes that the very next append must detect. */
    static Stream<Change> underAWriter() {
        return Stream.of(triggers(), tables(), code()).flatMap(changes -> changes);
    }

    private static Change trigger(String table, String timing, String body) {
        return new Change(
                "CREATE FUNCTION public.planted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN " + body + " END $$; "
                        + timing.formatted(table),
                "DROP FUNCTION public.planted() CASCADE",
                "trigger planted on " + table);
    }

    private static Stream<Change> triggers() {
        String before =
                "CREATE TRIGGER planted BEFORE INSERT ON ledger.%s FOR EACH ROW EXECUTE FUNCTION public.planted()";
        String after = "CREATE TRIGGER planted AFTER INSERT ON ledger.%s EXECUTE FUNCTION public.planted()";
        String atCommit = "CREATE CONSTRAINT TRIGGER planted AFTER INSERT ON ledger.%s DEFERRABLE INITIALLY DEFERRED"
                + " FOR EACH ROW EXECUTE FUNCTION public.planted()";
        String unsafe = "PERFORM set_config('synchronous_commit', 'off', true); RETURN NULL;";
        return Stream.of(
                trigger("event", before, "RETURN NULL;"),
                trigger("index_run", before, "RETURN NULL;"),
                trigger("command", before, "RETURN NULL;"),
                trigger("event", before, "NEW.body := 'other'; RETURN NEW;"),
                trigger("event", before, "NEW.tags := '{}'; RETURN NEW;"),
                trigger("event", before, "NEW.leaf_hash := sha256(NEW.leaf_hash); RETURN NEW;"),
                trigger("index_run", before, "NEW.key := 0; RETURN NEW;"),
                trigger("event", after, unsafe),
                trigger("event", atCommit, unsafe),
                trigger("index_run", atCommit, unsafe),
                trigger("event", atCommit, "PERFORM set_config('search_path', 'public', false); RETURN NULL;"));
    }

    private static Stream<Change> tables() {
        return Stream.of(
                new Change(
                        "ALTER TABLE ledger.event SET UNLOGGED",
                        "ALTER TABLE ledger.event SET LOGGED",
                        "table event is not as the migrations made it: r u heap"),
                new Change(
                        "ALTER TABLE ledger.command SET UNLOGGED",
                        "ALTER TABLE ledger.command SET LOGGED",
                        "table command"),
                new Change(
                        "CREATE RULE planted AS ON INSERT TO ledger.event DO INSTEAD NOTHING",
                        "DROP RULE planted ON ledger.event",
                        "rule planted on event"),
                new Change(
                        "CREATE RULE planted AS ON INSERT TO ledger.index_run DO ALSO NOTIFY other",
                        "DROP RULE planted ON ledger.index_run",
                        "rule planted on index_run"),
                new Change(
                        "ALTER TABLE ledger.event ENABLE ROW LEVEL SECURITY;"
                                + " CREATE POLICY planted ON ledger.event FOR ALL TO PUBLIC USING (true)",
                        "DROP POLICY planted ON ledger.event; ALTER TABLE ledger.event DISABLE ROW LEVEL SECURITY",
                        "policy planted on event"),
                new Change(
                        "ALTER TABLE ledger.event RENAME TO kept; CREATE VIEW ledger.event AS SELECT * FROM ledger.kept;"
                                + " GRANT INSERT, SELECT ON ledger.event TO stele_command; GRANT SELECT ON ledger.event TO stele_query",
                        "DROP VIEW ledger.event; ALTER TABLE ledger.kept RENAME TO event",
                        "table event is not as the migrations made it: v"),
                new Change(
                        "ALTER TABLE ledger.command ADD COLUMN planted timestamptz DEFAULT now()",
                        "ALTER TABLE ledger.command DROP COLUMN planted",
                        "column planted of command"),
                new Change(
                        "ALTER TABLE ledger.event DISABLE TRIGGER insert_only",
                        "ALTER TABLE ledger.event ENABLE ALWAYS TRIGGER insert_only",
                        "trigger insert_only on event"));
    }

    private static Stream<Change> code() {
        String asBefore = "(SELECT string_agg(prosrc, '') FROM public.kept)";
        String undo =
                "DO $do$ BEGIN EXECUTE format('CREATE OR REPLACE FUNCTION ledger.require_tip(tip bigint, tip_leaf_hash bytea,"
                        + " batch_recorded_at timestamptz) RETURNS timestamptz LANGUAGE plpgsql VOLATILE SET search_path = '''' AS %L', "
                        + asBefore + "); END $do$; DROP TABLE public.kept";
        String keep = "CREATE TABLE public.kept AS SELECT prosrc FROM pg_proc WHERE proname = 'require_tip';";
        String signature = " CREATE OR REPLACE FUNCTION ledger.require_tip(tip bigint, tip_leaf_hash bytea,"
                + " batch_recorded_at timestamptz) RETURNS timestamptz LANGUAGE plpgsql AS $$ BEGIN ";
        return Stream.of(
                new Change(
                        keep + signature
                                + "PERFORM set_config('synchronous_commit', 'off', true); RETURN clock_timestamp(); END $$",
                        undo,
                        "function require_tip"),
                new Change(keep + signature + "RETURN batch_recorded_at; END $$", undo, "function require_tip"),
                new Change(
                        keep + signature
                                + "PERFORM set_config('search_path', 'public', false); RETURN clock_timestamp();"
                                + " END $$",
                        undo,
                        "function require_tip"));
    }

    @ParameterizedTest
    @MethodSource("underAWriter")
    void the_next_append_is_refused_with_the_reason_and_recorded_once_it_is_undone(Change change) throws Exception {
        for (int events : List.of(1, MANY)) {
            long before = append(1);
            DATABASE.execute(change.done());
            try {
                assertThatThrownBy(() -> append(events)).hasRootCauseInstanceOf(LedgerUnavailable.class);
                assertThat(LEDGER.gate().reasons().get(Keeper.GUARDS)).contains(change.named());
            } finally {
                DATABASE.execute(change.undone());
            }
            awaitOpen();
            assertThat(append(events)).isEqualTo(before + events);
        }
    }

    private static long append(int events) {
        Map<String, String> command = TestLedger.command("RUS", "x").metadata();
        return LEDGER.submit(
                        AppendCondition.none(),
                        IntStream.range(0, events)
                                .mapToObj(i -> TestLedger.event("test.A", command, "memberState=RUS", "n=" + i))
                                .toList())
                .join();
    }

    private static void awaitOpen() {
        Awaitility.await().until(() -> LEDGER.gate().reasons().isEmpty());
    }

    /** Changes that an append resists by itself, and that are named nevertheless. */
    static Stream<Change> besideAWriter() {
        String planted =
                "CREATE SCHEMA planted; CREATE FUNCTION planted.pg_notify(text, text) RETURNS void LANGUAGE sql AS"
                        + " $$ SELECT set_config('synchronous_commit', 'off', true) $$;";
        return Stream.of(
                new Change(
                        planted + " ALTER ROLE stele_command SET search_path = planted, pg_catalog",
                        "ALTER ROLE stele_command RESET search_path; DROP SCHEMA planted CASCADE",
                        "setting search_path of the role stele_command"),
                new Change(
                        "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET search_path = public', current_database()); END $$",
                        "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I RESET search_path', current_database()); END $$",
                        "setting search_path of the database"),
                new Change(
                        "ALTER ROLE stele_command SET synchronous_commit = off",
                        "ALTER ROLE stele_command RESET synchronous_commit",
                        "setting synchronous_commit of the role stele_command"),
                new Change(
                        "ALTER ROLE stele_command SET client_min_messages = error",
                        "ALTER ROLE stele_command RESET client_min_messages",
                        "setting client_min_messages of the role stele_command"),
                new Change(
                        "ALTER ROLE stele_command SET session_replication_role = replica",
                        "ALTER ROLE stele_command RESET session_replication_role",
                        "setting session_replication_role of the role stele_command"),
                new Change(
                        "ALTER ROLE stele_command SET zero_damaged_pages = on",
                        "ALTER ROLE stele_command RESET zero_damaged_pages",
                        "setting zero_damaged_pages of the role stele_command"),
                new Change(
                        "CREATE FUNCTION pg_catalog.pg_notify(varchar, varchar) RETURNS void LANGUAGE sql AS"
                                + " $$ SELECT set_config('synchronous_commit', 'off', true) $$",
                        "DROP FUNCTION pg_catalog.pg_notify(varchar, varchar)",
                        "beside a built-in one"),
                new Change(
                        "CREATE FUNCTION public.planted(text) RETURNS text IMMUTABLE LANGUAGE plpgsql AS"
                                + " $$ BEGIN RETURN $1; END $$; CREATE INDEX planted ON ledger.event (public.planted(type))",
                        "DROP FUNCTION public.planted(text) CASCADE",
                        "index ledger.planted on event"),
                new Change(
                        "CREATE TABLE ledger.child () INHERITS (ledger.event)",
                        "DROP TABLE ledger.child",
                        "inheritance of ledger.child"),
                new Change(
                        "GRANT UPDATE ON ledger.event TO stele_command",
                        "REVOKE UPDATE ON ledger.event FROM stele_command",
                        "right of stele_command to event"));
    }

    @ParameterizedTest
    @MethodSource("besideAWriter")
    void what_could_be_of_use_to_somebody_is_found_within_a_second_by_the_writer_and_by_fsck(Change change)
            throws SQLException {
        DATABASE.execute(change.done());
        Awaitility.await().until(() -> LEDGER.gate().reasons().containsKey(Keeper.GUARDS));
        assertThat(LEDGER.gate().reasons().get(Keeper.GUARDS)).contains(change.named());
        assertThatThrownBy(() -> append(1)).hasRootCauseInstanceOf(LedgerUnavailable.class);
        assertThat(LEDGER.fsck().firstWrong()).contains(change.named());
        DATABASE.execute(change.undone());
        awaitOpen();
        append(1);
    }

    @Test
    void what_is_stored_otherwise_than_it_was_sent_is_damage_and_undone() throws SQLException {
        Change swallowing = triggers().findFirst().orElseThrow();
        long before = append(1);
        DATABASE.execute(swallowing.done());
        assertThatThrownBy(() -> append(1)).hasRootCauseInstanceOf(LedgerUnavailable.class);
        assertThat(LEDGER.gate().reasons().get(Keeper.INSERTS))
                .isEqualTo("The database would have stored 0/2/0/1 of 1/2/0/1 rows of"
                        + " event/index_run/merkle_tile/command; it was undone");
        DATABASE.execute(swallowing.undone());
        awaitOpen();
        assertThat(append(1)).isEqualTo(before + 1);
    }

    @Test
    void maintenance_that_changes_nothing_stops_nobody() throws SQLException {
        long before = append(1);
        DATABASE.execute(
                "VACUUM FULL ledger.event",
                "REINDEX TABLE ledger.event",
                "ANALYZE ledger.event",
                "CREATE INDEX planted ON ledger.event (type)",
                "DROP INDEX ledger.planted");
        assertThat(append(1)).isEqualTo(before + 1);
        assertThat(LEDGER.gate().reasons()).isEmpty();
    }

    @Test
    void a_database_that_loses_what_it_confirms_is_refused_unless_a_test_says_otherwise() {
        // The server of the tests runs without fsync.
        assertThatThrownBy(() -> Durability.REQUIRED.require(DATABASE.command()))
                .isInstanceOf(UnsafeDatabase.class)
                .hasMessageContaining("fsync is off");
        WriteGate gate = new WriteGate();
        Reliance demanding = new GatedReliance(gate, Durability.REQUIRED);
        assertThatThrownBy(() -> new PostgresStore(DATABASE.command(), TestLedger.STATE_TAG, demanding).openSession())
                .isInstanceOf(LedgerUnavailable.class)
                .hasMessageContaining("fsync is off");
        assertThat(gate.reasons()).containsOnlyKeys(Keeper.GUARDS);
    }
}
