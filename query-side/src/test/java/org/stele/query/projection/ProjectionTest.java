package org.stele.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.dao.EmptyResultDataAccessException;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.events.StateEvent;
import org.stele.events.evidence.EvidenceKind;
import org.stele.events.evidence.EvidenceRecorded;
import org.stele.query.projection.rows.StateFileRows;
import org.stele.statefile.StateFile;

/** The processor, its rows and its token on a real database. */
class ProjectionTest extends ProjectedLedger {

    @Tag("in-arabic")
    @Test
    void every_state_has_the_file_that_a_replay_gives() {
        long head = ledger.append(events);
        ProjectionProcessor processor = processor();

        processor.start();
        until(head);
        processor.stop();

        assertThat(live.atThisMoment().all())
                .hasSizeGreaterThan(50)
                .allSatisfy((state, file) -> assertThat(file).isEqualTo(replayed(state, head)));
    }

    @Tag("in-arabic")
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
        // A rebuild may bring the rows here before the processor has put down its token.
        Awaitility.await().atMost(SOON).until(() -> token().contains(Long.toString(head)));
        second.stop();

        assertThat(live.atThisMoment().file(MemberState.RUS)).isEqualTo(replayed(MemberState.RUS, head));
    }

    @Test
    void recently_read_files_are_given_out_while_newer_ones_are_read() {
        ledger.append(events.subList(0, 10));
        fixture.foldTo(10);
        StateFileCache cache = fixture.liveFiles();
        StateFileCache.Files first = cache.now();

        assertThat(first.position()).isEqualTo(10);
        assertThat(cache.now()).isSameAs(first);
        fixture.foldTo(ledger.append(events.subList(10, 12)));
        Awaitility.await().atMost(SOON).until(() -> cache.now().position() == 12);
        cache.forget();
        assertThat(cache.now().position()).isEqualTo(12);
    }

    @Test
    void rows_and_token_are_written_together_or_not_at_all() throws SQLException {
        ledger.append(events.subList(0, 10));
        ProjectionProcessor processor = processor();
        processor.start();
        until(10);
        // A rebuild brings the rows here before the processor has put down its token.
        String before = Awaitility.await()
                .atMost(SOON)
                .ignoreException(EmptyResultDataAccessException.class)
                .until(this::token, token -> true);
        // Deferred to the commit, so that rows and token are both written when it fails.
        ledger.database()
                .execute("CREATE SEQUENCE query.refusals", "GRANT ALL ON query.refusals TO stele_projection", """
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
    void a_batch_writes_each_thing_once_and_no_other() throws SQLException {
        ledger.database().execute("""
                CREATE TABLE query.written (id uuid, lenses smallint)""", "GRANT INSERT, SELECT ON query.written TO stele_projection", """
                CREATE FUNCTION query.count_write() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN INSERT INTO query.written VALUES (NEW.id, NEW.lenses); RETURN NEW; END $$""", """
                CREATE TRIGGER count_write AFTER INSERT OR UPDATE ON query.thing
                FOR EACH ROW EXECUTE FUNCTION query.count_write()""");
        long head = ledger.append(events);

        fixture.foldTo(head);
        List<String> all = written();
        fixture.foldTo(ledger.append(List.of(another())));

        assertThat(all).hasSizeGreaterThan(50).doesNotHaveDuplicates();
        assertThat(written()).hasSize(all.size() + 1);
    }

    @Test
    void events_that_were_folded_before_change_nothing() {
        long head = ledger.append(events);
        fixture.foldTo(head);
        Map<MemberState, StateFile> before = live.atThisMoment().all();

        fixture.foldTo(head);

        assertThat(fixture.liveFiles().atThisMoment().all()).isEqualTo(before);
    }

    @Test
    void a_gap_in_the_positions_stops_the_projection() throws SQLException {
        long head = ledger.append(events);
        ledger.database()
                .execute(
                        "ALTER TABLE ledger.event DISABLE TRIGGER insert_only",
                        "DELETE FROM ledger.event WHERE position = 6");

        assertThatThrownBy(() -> fixture.foldTo(head)).hasMessageContaining("There is no event at position 6");
        assertThat(rows.progress().position()).isZero();
    }

    @Tag("in-arabic")
    @Test
    void a_rebuild_replaces_wrong_rows_while_the_old_ones_are_read() throws InterruptedException {
        long head = ledger.append(events);
        ProjectionProcessor processor = processor();
        processor.start();
        until(head);
        StateFile right = live.atThisMoment().file(MemberState.POL);
        assertThat(jdbc.sql("DELETE FROM query.thing WHERE iso3 = 'CHE'").update())
                .isPositive();
        AtomicBoolean reading = new AtomicBoolean(true);
        CountDownLatch readOnce = new CountDownLatch(1);
        Thread reader = Thread.ofVirtual().start(() -> {
            while (reading.get()) {
                assertThat(live.atThisMoment().file(MemberState.POL)).isEqualTo(right);
                readOnce.countDown();
            }
        });
        readOnce.await();

        long before = rows.progress().generation();
        StateFileRows.Progress after = fixture.rebuild().run();
        reading.set(false);
        reader.join();
        long more = ledger.append(List.of(another()));
        until(more);
        processor.stop();

        assertThat(after.generation()).isGreaterThan(before);
        assertThat(after.position()).isEqualTo(head);
        assertThat(live.atThisMoment().file(MemberState.CHE)).isEqualTo(replayed(MemberState.CHE, head));
        assertThat(jdbc.sql("SELECT count(DISTINCT generation) FROM query.thing")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Tag("in-arabic")
    @Test
    void a_rebuild_needs_no_token_and_no_earlier_rows() {
        long head = ledger.append(events);

        StateFileRows.Progress after = fixture.rebuild().run();

        assertThat(after.position()).isEqualTo(head);
        ProjectionProcessor processor = processor();
        processor.start();
        long more = ledger.append(List.of(another()));
        until(more);
        processor.stop();
    }

    /** Without its token the work package fails, and the coordinator finds no segment that it could claim again. */
    @Test
    void a_processor_that_lost_its_segment_is_started_anew() {
        long first = ledger.append(events.subList(0, 10));
        ProjectionProcessor processor = processor(Duration.ofMillis(500));
        processor.start();
        until(first);

        jdbc.sql("DELETE FROM query.token_entry").update();
        long head = ledger.append(events.subList(10, events.size()));

        until(head);
        assertThat(live.atThisMoment().file(MemberState.RUS)).isEqualTo(replayed(MemberState.RUS, head));
    }

    @Test
    void connections_that_are_cut_again_and_again_do_not_stop_it_for_good() throws SQLException {
        ProjectionProcessor processor = processor(Duration.ofMillis(500));
        processor.start();
        long head = 0;
        for (int cut = 0; cut < 10; cut++) {
            head = ledger.append(events.subList(10 * cut, 10 * cut + 10));
            ledger.database().execute("""
                    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                    WHERE datname = current_database() AND usename = 'stele_projection'""");
        }

        until(head);
        assertThat(live.atThisMoment().file(MemberState.RUS)).isEqualTo(replayed(MemberState.RUS, head));
    }

    @Tag("in-arabic")
    @Test
    void files_of_another_version_of_the_fold_are_folded_anew() {
        long head = ledger.append(events);
        fixture.foldTo(head);
        jdbc.sql("UPDATE query.projection SET fold_version = fold_version - 1").update();

        ProjectionFixture upgraded = new ProjectionFixture(ledger, database);
        assertThat(upgraded.rows().progress().position()).isZero();
        assertThat(upgraded.liveFiles().atThisMoment().all()).isEmpty();
        upgraded.foldTo(head);

        assertThat(upgraded.liveFiles().atThisMoment().file(MemberState.RUS))
                .isEqualTo(replayed(MemberState.RUS, head));
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
                null,
                null,
                false,
                null);
    }

    private List<String> written() {
        return jdbc.sql("SELECT id || ' ' || lenses FROM query.written")
                .query((row, _) -> row.getString(1))
                .list();
    }

    private String token() {
        return jdbc.sql("SELECT convert_from(token, 'UTF8') FROM query.token_entry WHERE processorName = 'state-file'")
                .query(String.class)
                .single();
    }
}
