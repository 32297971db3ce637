package org.stele.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.stele.events.MemberState;
import org.stele.eventstore.fsck.TestDamage;
import org.stele.query.projection.rows.ViewKey;
import org.stele.query.testing.TestLedger;

/** Stored views are compared with the events a State at a time, and what is found is what one pass over all of them finds. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ViewFsckTest {

    private static final long ONE_STATE_AT_ONCE = 1;

    private final TestLedger ledger = new TestLedger();
    private final HikariDataSource database = new HikariDataSource();
    private final ProjectionFixture fixture = fixture();

    private ProjectionFixture fixture() {
        database.setDataSource(ledger.database().projection());
        return new ProjectionFixture(ledger, database);
    }

    @AfterEach
    void close() {
        database.close();
        ledger.close();
    }

    private long fold() {
        ledger.appendTables();
        long head = ledger.reader().head();
        fixture.foldTo(head);
        return head;
    }

    @Test
    void a_State_at_a_time_is_as_sound_as_all_at_once() {
        long head = fold();

        ViewFsck.Report all = ViewFsck.run(database, Optional.of(ProjectionFixture.KEY));

        assertThat(all.sound()).as(all.text()).isTrue();
        assertThat(all.keyMissing()).isFalse();
        assertThat(all.text()).endsWith("rows are what events 1 to %s give".formatted(head));
        assertThat(byState(Optional.of(ProjectionFixture.KEY))).isEqualTo(all);
    }

    @Test
    void without_the_key_rows_are_compared_with_the_events_and_the_key_is_missed() throws SQLException {
        fold();
        ViewFsck.Report sound = byState(Optional.empty());
        assertThat(sound.sound()).isTrue();
        assertThat(sound.keyMissing()).isTrue();

        requireFound(
                "RUS: the row ATTESTATION ",
                "is not what the events give",
                "UPDATE query.thing SET json = '{}' WHERE iso3 = 'RUS' AND kind = 'ATTESTATION'");
        requireFound("POL: the row ", "is missing", "DELETE FROM query.thing WHERE iso3 = 'POL'");
        requireFound(
                "NOR: no event gives the row FOO ",
                "",
                "INSERT INTO query.thing (generation, iso3, id, kind, lenses, first_position, last_position, json)"
                        + " SELECT generation, 'NOR', gen_random_uuid(), 'FOO', 63, 1, 1, '{}' FROM query.projection WHERE lens = 32");
        requireFound(
                "query.thing has rows of no Member State",
                "",
                "INSERT INTO query.thing (generation, iso3, id, kind, lenses, first_position, last_position, json)"
                        + " SELECT generation, 'QQQ', gen_random_uuid(), 'CLAIM', 63, 1, 1, '{}' FROM query.projection WHERE lens = 32");
    }

    private void requireFound(String beginning, String end, String change) throws SQLException {
        ledger.database().execute(change);

        ViewFsck.Report found = byState(Optional.empty());

        assertThat(found.sound()).isFalse();
        assertThat(found.text()).startsWith("views: " + beginning).endsWith(end);
        assertThat(ViewFsck.run(database, Optional.empty())).isEqualTo(found);
        fixture.rebuild().run();
        assertThat(byState(Optional.empty()).sound()).isTrue();
    }

    @Test
    void events_that_name_no_State_are_held_back_and_missed_where_that_is_not_stored() throws SQLException {
        fold();
        long held = ledger.appendUnknown("attestation.Unheard", null);
        fixture.foldTo(held);
        assertThat(byState(Optional.empty()).sound()).isTrue();

        ledger.database().execute("DELETE FROM query.held");

        assertThat(byState(Optional.empty()).text())
                .isEqualTo("views: ---: events from position %s on cannot be folded, and query.held does not say so"
                        .formatted(held));
    }

    @Test
    void a_damaged_event_that_two_persons_accepted_belongs_to_the_State_of_its_leaf() throws SQLException {
        fold();
        TestDamage damage = new TestDamage(ledger.database(), positionOf(MemberState.RUS));
        damage.set("body = convert_to(replace(convert_from(body, 'UTF8'), 'RUS', 'POL'), 'UTF8')");
        try (var writer = org.stele.eventstore.TestLedger.on(ledger.database())) {
            damage.accept(writer, "a", "b");
        }
        fixture.rebuild().run();

        ViewFsck.Report found = byState(Optional.of(ProjectionFixture.KEY));

        assertThat(found.sound()).as(found.text()).isTrue();
        assertThat(ViewFsck.run(database, Optional.of(ProjectionFixture.KEY))).isEqualTo(found);
    }

    private long positionOf(MemberState state) {
        return fixture.replay().read(0, ledger.reader().head()).stream()
                .filter(event -> event.memberState() == state)
                .findFirst()
                .orElseThrow()
                .position();
    }

    private ViewFsck.Report byState(Optional<ViewKey> key) {
        return ViewFsck.run(database, key, ONE_STATE_AT_ONCE);
    }
}
