package org.stele.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.events.StateEvent;
import org.stele.events.evidence.EvidenceKind;
import org.stele.events.evidence.EvidenceRecorded;
import org.stele.eventstore.RecordedEvent;
import org.stele.query.filed.Filed;
import org.stele.query.filed.StateFiles;
import org.stele.query.filed.TestLedger;
import org.stele.query.replay.Replay;
import org.stele.query.statefile.StateFile;

/** The processor, its rows and its token on a real database. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProjectionTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final TestLedger ledger = new TestLedger();
    private final HikariDataSource database = new HikariDataSource();
    private final JdbcTransactionManager transactions = new JdbcTransactionManager(database);
    private final StateFileRows rows = new StateFileRows(database);
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final List<ProjectionProcessor> processors = new ArrayList<>();
    private final List<StateEvent> events = Filed.in(StateFiles.tables(), ledger.today());

    @BeforeEach
    void tables() {
        database.setDataSource(ledger.database().query());
        Flyway.configure()
                .dataSource(database)
                .schemas("query")
                .locations("classpath:db/query")
                .load()
                .migrate();
    }

    @AfterEach
    void close() {
        processors.forEach(ProjectionProcessor::stop);
        database.close();
        ledger.close();
    }

    @Test
    void every_state_has_the_file_that_a_replay_gives() {
        long head = ledger.append(events);
        ProjectionProcessor processor = processor();

        processor.start();
        until(head);
        processor.stop();

        assertThat(rows.all().files())
                .hasSizeGreaterThan(50)
                .allSatisfy((state, file) -> assertThat(file).isEqualTo(new Replay(ledger.reader()).from(state, head)));
    }

    @Test
    void a_processor_goes_on_where_the_last_one_stopped() {
        ledger.append(events.subList(0, 100));
        ProjectionProcessor first = processor();
        first.start();
        until(100);
        first.stop();
        long head = ledger.append(events.subList(100, events.size()));

        ProjectionProcessor second = processor();
        second.start();
        until(head);
        second.stop();

        assertThat(token()).contains(Long.toString(head));
        assertThat(rows.find(MemberState.RUS)).contains(new Replay(ledger.reader()).from(MemberState.RUS, head));
    }

    @Test
    void rows_and_token_are_written_together_or_not_at_all() throws SQLException {
        ledger.append(events.subList(0, 10));
        ProjectionProcessor processor = processor();
        processor.start();
        until(10);
        String before = token();
        // Deferred to the commit, so that rows and token are both written when it fails.
        ledger.database()
                .execute("CREATE SEQUENCE query.refusals", "GRANT ALL ON query.refusals TO stele_query", """
                CREATE FUNCTION query.refuse() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN PERFORM nextval('query.refusals'); RAISE EXCEPTION 'refused'; END $$""", """
                CREATE CONSTRAINT TRIGGER refuse AFTER UPDATE ON query.projection
                DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION query.refuse()""");

        long head = ledger.append(events.subList(10, 40));
        Awaitility.await().atMost(SOON).until(this::wasRefused);

        assertThat(rows.progress().position()).isEqualTo(10);
        assertThat(token()).isEqualTo(before);
        ledger.database().execute("DROP TRIGGER refuse ON query.projection");
        until(head);
        processor.stop();
        assertThat(token()).contains(Long.toString(head));
    }

    @Test
    void a_batch_writes_each_state_once() throws SQLException {
        ledger.database().execute("""
                CREATE TABLE query.written (iso3 text)""", "GRANT INSERT, SELECT ON query.written TO stele_query", """
                CREATE FUNCTION query.count_write() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN INSERT INTO query.written VALUES (NEW.iso3); RETURN NEW; END $$""", """
                CREATE TRIGGER count_write AFTER INSERT OR UPDATE ON query.state_file
                FOR EACH ROW EXECUTE FUNCTION query.count_write()""");
        long head = ledger.append(events);
        List<RecordedEvent> batch = ledger.recorded(head);

        transaction().executeWithoutResult(_ -> new StateFileProjection(rows).fold(batch));

        assertThat(rows.progress().position()).isEqualTo(head);
        assertThat(jdbc.sql("SELECT iso3 FROM query.written")
                        .query(String.class)
                        .list())
                .hasSizeGreaterThan(50)
                .doesNotHaveDuplicates();
    }

    @Test
    void events_that_were_folded_before_change_nothing() {
        long head = ledger.append(events);
        StateFileProjection projection = new StateFileProjection(rows);
        transaction().executeWithoutResult(_ -> projection.fold(ledger.recorded(head)));
        StateFileRows.Board before = rows.all();

        transaction().executeWithoutResult(_ -> projection.fold(ledger.recorded(head)));

        assertThat(rows.all()).isEqualTo(before);
    }

    @Test
    void a_gap_in_the_positions_stops_the_projection() {
        long head = ledger.append(events);
        List<RecordedEvent> torn = ledger.recorded(head).subList(5, 10);
        StateFileProjection projection = new StateFileProjection(rows);

        assertThatThrownBy(() -> transaction().executeWithoutResult(_ -> projection.fold(torn)))
                .hasMessageContaining("Expected the event at position 1, got position 6");
        assertThat(rows.progress().position()).isZero();
    }

    @Test
    void a_rebuild_replaces_wrong_rows_while_the_old_ones_are_read() throws InterruptedException {
        long head = ledger.append(events);
        ProjectionProcessor processor = processor();
        processor.start();
        until(head);
        StateFile right = rows.find(MemberState.POL).orElseThrow();
        jdbc.sql("UPDATE query.state_file SET file = (SELECT file FROM query.state_file WHERE iso3 = 'POL' LIMIT 1)"
                        + " WHERE iso3 = 'CHE'")
                .update();
        AtomicBoolean reading = new AtomicBoolean(true);
        CountDownLatch readOnce = new CountDownLatch(1);
        Thread reader = Thread.ofVirtual().start(() -> {
            while (reading.get()) {
                assertThat(rows.find(MemberState.POL)).contains(right);
                readOnce.countDown();
            }
        });
        readOnce.await();

        StateFileRows.Progress after = new Rebuild(ledger.reader(), rows, transaction()).run();
        reading.set(false);
        reader.join();
        long more = ledger.append(List.of(another()));
        until(more);
        processor.stop();

        assertThat(after.generation()).isEqualTo(2);
        assertThat(after.position()).isEqualTo(head);
        assertThat(rows.find(MemberState.CHE)).contains(new Replay(ledger.reader()).from(MemberState.CHE, head));
        assertThat(jdbc.sql("SELECT count(DISTINCT generation) FROM query.state_file")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_rebuild_needs_no_token_and_no_earlier_rows() {
        long head = ledger.append(events);

        StateFileRows.Progress after = new Rebuild(ledger.reader(), rows, transaction()).run();

        assertThat(after.position()).isEqualTo(head);
        ProjectionProcessor processor = processor();
        processor.start();
        long more = ledger.append(List.of(another()));
        until(more);
        processor.stop();
    }

    @Test
    void health_is_down_until_the_head_at_the_start_is_reached() {
        long head = ledger.append(events);
        ProjectionHealth health = new ProjectionHealth(ledger.reader(), rows);

        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        transaction().executeWithoutResult(_ -> new StateFileProjection(rows).fold(ledger.recorded(head)));

        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(health.health().getDetails()).containsEntry("head", head).containsEntry("position", head);
    }

    @Test
    void health_is_down_until_a_required_position_is_reached() {
        ProjectionHealth health = new ProjectionHealth(ledger.reader(), rows);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);

        long head = ledger.append(events);
        health.require(head);

        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        transaction().executeWithoutResult(_ -> new StateFileProjection(rows).fold(ledger.recorded(head)));
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void the_query_role_cannot_write_to_the_ledger() {
        ledger.append(events.subList(0, 2));

        assertThatThrownBy(() -> jdbc.sql("DELETE FROM ledger.event").update())
                .hasRootCauseMessage("ERROR: permission denied for table event");
        assertThat(ledger.reader().head()).isEqualTo(2);
    }

    /** A sequence counts what a transaction that was rolled back did. */
    private boolean wasRefused() {
        return jdbc.sql("SELECT is_called FROM query.refusals")
                .query(Boolean.class)
                .single();
    }

    private StateEvent another() {
        return new EvidenceRecorded(
                MemberState.NOR,
                new FilingId(UUID.randomUUID()),
                EvidenceKind.PRESS,
                PartialDate.parse("2019"),
                PartialDate.parse("2020"),
                null,
                false,
                "Said by somebody.",
                null);
    }

    private TransactionTemplate transaction() {
        return new TransactionTemplate(transactions);
    }

    private ProjectionProcessor processor() {
        ProjectionProcessor processor =
                new ProjectionProcessor(database, transactions, ledger.engine(), ledger.reader(), rows);
        processors.add(processor);
        return processor;
    }

    private void until(long position) {
        Awaitility.await().atMost(SOON).until(() -> rows.progress().position() == position);
    }

    private String token() {
        return jdbc.sql("SELECT convert_from(token, 'UTF8') FROM query.token_entry WHERE processorName = 'state-file'")
                .query(String.class)
                .single();
    }
}
