package org.stele.query.page.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.stele.events.Audience;
import org.stele.eventstore.TestDatabase;
import org.stele.eventstore.TestLedger;
import org.stele.eventstore.fsck.TestDamage;
import org.stele.query.lens.Lenses;
import org.stele.query.lens.SeenEvents;

/** Of a body that its leaf does not commit to, people are told that it is damaged, and nothing that it says. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DamagedEventItemTest {

    @Test
    void a_falsified_body_is_not_shown_and_who_accepted_it_is() throws SQLException {
        TestDatabase database = TestDatabase.create();
        SeenEvents.Look events = Lenses.on(database).of(Lenses.point(Audience.AUDIT));
        try (TestLedger ledger = TestLedger.on(database)) {
            ledger.appendMany(2);
            TestDamage damage = new TestDamage(database, 1);
            damage.falsify();
            damage.accept(ledger, "a", "b");
        }

        EventItem item = EventItem.of(Objects.requireNonNull(events.at(1)));

        assertThat(item.body()).isEmpty();
        assertThat(item.pretty()).isNull();
        assertThat(item.metadata()).isEmpty();
        assertThat(item.state()).isEqualTo("Russian Federation");
        assertThat(Objects.requireNonNull(Objects.requireNonNull(item.damage()).decision())
                        .acceptedBy())
                .isEqualTo("b");
        assertThat(EventItem.of(Objects.requireNonNull(events.at(2))).damage()).isNull();
    }
}
