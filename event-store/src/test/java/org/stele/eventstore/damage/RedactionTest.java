package org.stele.eventstore.damage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.stele.eventstore.TestDatabase;
import org.stele.eventstore.TestLedger;
import org.stele.eventstore.event.StoredEvent;
import org.stele.eventstore.fsck.FsckReport;
import org.stele.eventstore.fsck.TestDamage;
import org.stele.ledger.Hash;

/** A body is removed only by order of two persons, and with everything else as it was. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RedactionTest {

    private static final long POSITION = 7;

    private final TestDatabase database = TestDatabase.create();
    private final TestLedger ledger = TestLedger.on(database);
    private final Redactions redactions = new Redactions(database.command());

    @BeforeEach
    void some_events() {
        ledger.append(TestLedger.event("a.B", TestLedger.command("RUS", "x").metadata(), "memberState=RUS"));
        ledger.appendMany(20);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void an_order_removes_body_and_salt_and_leaves_the_tree_as_it_was() throws SQLException {
        StoredEvent before = at(POSITION);
        Hash root = ledger.reader().root(21);

        order(POSITION, "a", "b");
        assertThat(redactions.carryOut()).containsExactly(POSITION);

        StoredEvent after = at(POSITION);
        assertThat(after.body()).isEmpty();
        assertThat(after.salt()).isEmpty();
        assertThat(after.leaf()).isEqualTo(before.leaf());
        assertThat(ledger.reader().root(21)).isEqualTo(root);
        assertThat(redactions.carryOut()).isEmpty();
        FsckReport report = ledger.fsck();
        assertThat(report.sound()).isTrue();
        assertThat(report.text()).contains("SOUND: all agree", "event 7: redacted by a and b");
        assertThat(redactions.at(POSITION).orElseThrow().isRemoved()).isTrue();
    }

    @Test
    void an_order_that_is_not_carried_out_yet_leaves_a_sound_ledger() throws SQLException {
        order(POSITION, "a", "b");

        assertThat(ledger.fsck().text()).contains("SOUND: all agree").doesNotContain("redacted");
    }

    @Test
    void without_an_order_nobody_removes_a_body() throws SQLException {
        assertThat(redactions.carryOut()).isEmpty();
        for (String statement : new String[] {
            "SELECT ledger.redact(7)", "UPDATE ledger.event SET body = NULL, salt = NULL WHERE position = 7",
        }) {
            refused(statement);
        }
        order(8, "a", "b");
        refused("SELECT ledger.redact(7)");
        assertThat(at(POSITION).isIntact()).isTrue();
    }

    @Test
    void an_order_of_one_person_or_for_another_leaf_or_for_itself_removes_nothing() throws SQLException {
        order(POSITION, "a", "A");
        refused("SELECT ledger.redact(7)");
        order(POSITION, at(8).leafHash(), "a", "b");
        refused("SELECT ledger.redact(7)");
        order(100, at(8).leafHash(), "a", "b");

        assertThat(redactions.carryOut()).isEmpty();
        assertThat(ledger.reader().acceptedDamage()).isEmpty();
        assertThat(at(POSITION).isIntact()).isTrue();
    }

    @Test
    void an_order_allows_no_other_change() throws SQLException {
        order(POSITION, "a", "b");

        for (String assignment : new String[] {
            "body = NULL",
            "salt = NULL",
            "body = '\\x00', salt = NULL",
            "body = NULL, salt = NULL, type = 'x.Y'",
            "body = NULL, salt = NULL, leaf = '\\x00'",
            "body = NULL, salt = NULL, tags = '{}'",
        }) {
            refused("UPDATE ledger.event SET " + assignment + " WHERE position = 7");
        }
        refused("DELETE FROM ledger.event WHERE position = 7");
    }

    @Test
    void a_missing_body_without_an_order_is_damage_and_so_is_any_change_beside_a_removed_one() throws SQLException {
        TestDamage damage = new TestDamage(database, POSITION);
        damage.set("body = NULL, salt = NULL");
        assertThat(ledger.fsck().text())
                .contains("NOT SOUND: event 7: the body is missing, and no redaction of it is on record");

        new TestDamage(database, 9).set("type = 'x.Y'");
        order(POSITION, "a", "b");
        assertThat(ledger.fsck().text()).contains("NOT SOUND: event 9");
        damage.set("tags = '{}'");
        assertThat(ledger.fsck().text()).contains("NOT SOUND: event 7");
    }

    private StoredEvent at(long position) {
        return Objects.requireNonNull(ledger.reader().at(position));
    }

    private void order(long position, String proposer, String second) throws SQLException {
        order(position, at(position).leafHash(), proposer, second);
    }

    private void order(long position, Hash leafHash, String proposer, String second) throws SQLException {
        Map<String, Object> payload;
        try (Connection connection = database.bodies().getConnection()) {
            payload = Map.of(
                    "matter",
                    "REDACTION",
                    "position",
                    position,
                    "leafHash",
                    leafHash.hex(),
                    "remainsSha256",
                    DamagedPlace.redactedSha256(connection, position).hex(),
                    "reason",
                    "It names a person.",
                    "proposedBy",
                    proposer,
                    "confirmedBy",
                    second);
        }
        EventMessage message = new GenericEventMessage(
                new MessageType(new QualifiedName(AcceptedDamage.REDACTED_TYPE), "1"), payload, Map.of());
        ledger.append(new GenericTaggedEventMessage<>(message, Set.of(TestLedger.tag(AcceptedDamage.REDACTION_TAG))));
    }

    private void refused(String sql) {
        assertThatThrownBy(() -> {
                    try (Connection connection = database.superuser().getConnection();
                            var statement = connection.createStatement()) {
                        statement.execute(sql);
                    }
                })
                .as(sql)
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
    }
}
