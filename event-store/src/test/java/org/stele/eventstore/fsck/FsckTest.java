package org.stele.eventstore.fsck;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.stele.eventstore.TestDatabase;
import org.stele.eventstore.TestLedger;
import org.stele.eventstore.event.CommandKey;

/** Each way to change the tables behind the ledger's back is found and named. Each change is rolled back. */
class FsckTest {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final int EVENTS = 2 + 1_100;

    @BeforeAll
    static void a_ledger_with_some_of_everything() throws SQLException {
        try (TestLedger ledger = TestLedger.on(DATABASE)) {
            CommandKey key = TestLedger.command("RUS", "x");
            ledger.append(
                    TestLedger.event("a.First", key.metadata(), "memberState=RUS"),
                    TestLedger.event("a.Second", key.metadata(), "memberState=RUS"));
            ledger.appendMany(EVENTS - 2);
        }
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of(
                        "UPDATE ledger.event SET event_id = gen_random_uuid() WHERE position = 7", "event 7: event_id"),
                Arguments.of("UPDATE ledger.event SET type = 'x' WHERE position = 7", "event 7: type"),
                Arguments.of(
                        "UPDATE ledger.event SET recorded_at = recorded_at + '1 us' WHERE position = 7",
                        "event 7: recorded_at"),
                Arguments.of("UPDATE ledger.event SET tags = tags || 'x=y'::text WHERE position = 7", "event 7: tags"),
                Arguments.of("UPDATE ledger.event SET tags = '{}' WHERE position = 7", "event 7: tags"),
                Arguments.of(
                        "UPDATE ledger.event SET body = set_byte(body, 60, 65) WHERE position = 7",
                        "event 7: body and salt"),
                Arguments.of("UPDATE ledger.event SET body = body || ' ' WHERE position = 7", "event 7: body and salt"),
                Arguments.of(
                        "UPDATE ledger.event SET salt = set_byte(salt, 0, 255 - get_byte(salt, 0)) WHERE position = 7",
                        "event 7: body and salt"),
                Arguments.of(
                        "UPDATE ledger.event SET leaf = set_byte(leaf, 20, 103) WHERE position = 7",
                        "event 7: Not the canonical"),
                Arguments.of(
                        "UPDATE ledger.event SET leaf = (SELECT leaf FROM ledger.event WHERE position = 8) WHERE position = 7",
                        "event 7: leaf_hash"),
                Arguments.of(
                        "UPDATE ledger.event SET leaf_hash = sha256('x') WHERE position = 7", "event 7: leaf_hash"),
                Arguments.of(
                        "UPDATE ledger.event SET position = 5000 WHERE position = 7", "event 7: the row is missing"),
                Arguments.of(
                        "UPDATE ledger.event SET position = 5000 WHERE position = 1102",
                        "event 1102: the row is missing"),
                Arguments.of("DELETE FROM ledger.event WHERE position = 7", "event 7: the row is missing"),
                Arguments.of("""
                        UPDATE ledger.event SET position = 5000 WHERE position = 7;
                        UPDATE ledger.event SET position = 7 WHERE position = 8;
                        UPDATE ledger.event SET position = 8 WHERE position = 5000;
                        """, "event 7: the leaf is that of position 8"),
                Arguments.of("""
                        INSERT INTO ledger.event SELECT 1103, gen_random_uuid(), type, recorded_at, tags, body, salt, leaf, leaf_hash
                        FROM ledger.event WHERE position = 1102
                        """, "event 1103: the leaf is that of position 1102"),
                Arguments.of("DELETE FROM ledger.event WHERE position = 1102", "index_run"),
                Arguments.of(String.join("; ", IndexEntries.deleted(7)), "event 7: index_run has no entry"),
                Arguments.of(
                        IndexEntries.split() + "; UPDATE ledger.index_run SET type = type + 1" + IndexEntries.at(7),
                        "event 7: index_run has no entry"),
                Arguments.of(
                        IndexEntries.split() + "; UPDATE ledger.index_run SET key = key + 1" + IndexEntries.at(7),
                        "event 7: index_run has no entry"),
                Arguments.of(
                        IndexEntries.split() + "; UPDATE ledger.index_run SET block = 9" + IndexEntries.at(7),
                        "event 7: index_run has no entry"),
                Arguments.of(IndexEntries.added(42, 7, 1), "index_run (key 42, position 7): no event accounts"),
                Arguments.of(
                        "UPDATE ledger.index_run SET more = more || 1025::smallint WHERE block = 0 AND first = 6 AND more IS NOT NULL",
                        "index_run (key"),
                Arguments.of(
                        "UPDATE ledger.index_run SET more = more || more[1] WHERE block = 0 AND first = 6 AND more IS NOT NULL",
                        "index_run (key"),
                Arguments.of(
                        "UPDATE ledger.index_run SET more = NULL WHERE block = 0", "event 7: index_run has no entry"),
                Arguments.of(
                        "DELETE FROM ledger.merkle_tile WHERE index = 2", "merkle_tile (level 0, index 2): the row"),
                Arguments.of(
                        "UPDATE ledger.merkle_tile SET hashes = set_byte(hashes, 99, 255 - get_byte(hashes, 99)) WHERE index = 2",
                        "merkle_tile (level 0, index 2): hashes"),
                Arguments.of(
                        "UPDATE ledger.merkle_tile SET index = 9 WHERE index = 2",
                        "merkle_tile (level 0, index 2): the row"),
                Arguments.of(
                        "UPDATE ledger.merkle_tile SET level = 1 WHERE index = 2",
                        "merkle_tile (level 0, index 2): the row"),
                Arguments.of(
                        "INSERT INTO ledger.merkle_tile SELECT 1, 0, hashes FROM ledger.merkle_tile WHERE index = 0",
                        "merkle_tile (level 1, index 0): the ledger has no such"),
                Arguments.of("DELETE FROM ledger.command", "event 1: command has no row"),
                Arguments.of("UPDATE ledger.command SET scope = 'CHN'", "event 1: command has no row"),
                Arguments.of("UPDATE ledger.command SET command_id = gen_random_uuid()", "event 1: command has no row"),
                Arguments.of("UPDATE ledger.command SET request_sha256 = sha256('y')", "event 1: command has"),
                Arguments.of("UPDATE ledger.command SET first_position = 2", "event 1: command has"),
                Arguments.of("UPDATE ledger.command SET event_count = 1", "event 1: command has"),
                Arguments.of(
                        "INSERT INTO ledger.command SELECT 'CHN', command_id, request_sha256, 1, 1 FROM ledger.command",
                        "command (CHN"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void a_change_is_found_and_named(String change, String named) throws SQLException {
        FsckReport report = Tampering.with(DATABASE, Pinned.NOTHING, change);
        assertThat(report.firstWrong()).startsWith(named);
        assertThat(report.text()).contains("NOT SOUND");
    }

    @Test
    void a_ledger_that_nobody_touched_is_sound() {
        FsckReport report = fsck(DATABASE.projection());
        assertThat(report.firstWrong()).isNull();
        assertThat(report.sound()).isTrue();
        assertThat(report.events()).isEqualTo(EVENTS);
        assertThat(report.tags()).isEqualTo(2 + 2 * (EVENTS - 2));
        assertThat(report.tiles()).isEqualTo(EVENTS / 256);
        assertThat(report.commands()).isEqualTo(1);
        assertThat(report.states()).isEqualTo(4);
        assertThat(report.text()).contains("SOUND", "1,102 events", report.root());
    }

    private static FsckReport fsck(DataSource dataSource) {
        return new Fsck(dataSource, TestLedger.STATE_TAG).run(position -> {});
    }
}
