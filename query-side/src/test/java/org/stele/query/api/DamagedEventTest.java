package org.stele.query.api;

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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Of a body that its leaf does not commit to, programs are told that it is damaged, and nothing that it says. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DamagedEventTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final TestDatabase database = TestDatabase.create();
    private final SeenEvents events = Lenses.on(database);

    @Test
    void a_falsified_body_is_not_given_out_before_anybody_has_accepted_it_nor_afterwards() throws SQLException {
        try (TestLedger ledger = TestLedger.on(database)) {
            ledger.appendMany(5);
            assertThat(entry(1).has("damage")).isFalse();
            TestDamage damage = new TestDamage(database, 1);
            damage.falsify();

            JsonNode found = entry(1);
            assertThat(found.toString()).doesNotContain("nota");
            assertThat(found.get("type").isNull()).isTrue();
            assertThat(found.get("payload").isNull()).isTrue();
            assertThat(found.get("state").asString()).isEqualTo("RUS");
            assertThat(found.get("damage").toString()).isEqualTo("{\"status\":\"FOUND\"}");

            long by = damage.accept(ledger, "a", "b");
            JsonNode accepted = entry(1).get("damage");
            assertThat(accepted.get("status").asString()).isEqualTo("ACCEPTED");
            assertThat(accepted.get("acceptedBy").toString()).isEqualTo("[\"a\",\"b\"]");
            assertThat(accepted.get("acceptedIn").asLong()).isEqualTo(by);
            assertThat(entry(2).has("damage")).isFalse();
        }
    }

    @Test
    void bytes_that_are_no_body_at_all_are_no_error() throws SQLException {
        try (TestLedger ledger = TestLedger.on(database)) {
            ledger.appendMany(1);
            new TestDamage(database, 1).set("body = '\\x00ff', salt = '\\x'");
            assertThat(entry(1).get("damage").get("status").asString()).isEqualTo("FOUND");
        }
    }

    private JsonNode entry(long position) {
        return JSON.readTree(JSON.writeValueAsBytes(EventEntry.of(
                Objects.requireNonNull(events.of(Lenses.point(Audience.AUDIT)).at(position)))));
    }
}
