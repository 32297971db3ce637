package org.stele.eventstore.fsck;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.stele.eventstore.TestDatabase;
import org.stele.eventstore.TestLedger;
import org.stele.eventstore.damage.AcceptedDamage;
import org.stele.eventstore.damage.DamagedPlace;
import org.stele.eventstore.event.StoredEvent;
import org.stele.eventstore.read.LedgerReader;
import org.stele.ledger.Hash;

/** The TestDamage changes the body of one event behind the ledger's back, puts it back, or has it accepted as it is. */
public final class TestDamage {

    private final TestDatabase database;
    private final long position;
    private final StoredEvent event;

    /** Of an event that is not damaged yet. */
    public TestDamage(TestDatabase database, long position) {
        this.database = database;
        this.position = position;
        this.event = Objects.requireNonNull(new LedgerReader(database.projection()).at(position));
    }

    /** Another text, in a body of the right form. */
    public void falsify() throws SQLException {
        set("body = convert_to(replace(convert_from(body, 'UTF8'), 'nota bene', 'nota male'), 'UTF8')");
    }

    public void set(String assignment) throws SQLException {
        Tampering.leave(database, "UPDATE ledger.event SET " + assignment + " WHERE position = " + position);
    }

    public void restore() throws SQLException {
        set("body = '\\x" + HexFormat.of().formatHex(event.body()) + "'");
    }

    /** Returns the position of the event that accepts it. */
    public long accept(TestLedger ledger, String proposer, String second) throws SQLException {
        Hash found;
        try (Connection connection = database.projection().getConnection()) {
            found = DamagedPlace.sha256(connection, position);
        }
        Map<String, Object> payload = Map.of(
                "matter",
                "DAMAGE",
                "position",
                position,
                "leafHash",
                event.leafHash().hex(),
                "foundSha256",
                found.hex(),
                "found",
                "event " + position + ": another body",
                "reason",
                "No backup has it.",
                "proposedBy",
                proposer,
                "acceptedBy",
                second);
        EventMessage message = new GenericEventMessage(
                new MessageType(new QualifiedName(AcceptedDamage.ACCEPTED_TYPE), "1"), payload, Map.of());
        return ledger.append(new GenericTaggedEventMessage<>(message, Set.of(TestLedger.tag(AcceptedDamage.TAG))));
    }
}
