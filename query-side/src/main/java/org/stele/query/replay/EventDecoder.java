package org.stele.query.replay;

import java.time.Instant;
import java.util.Optional;
import org.stele.events.EventJson;
import org.stele.events.EventTypes;
import org.stele.events.StateEvent;
import org.stele.eventstore.RecordedEvent;
import org.stele.eventstore.StoredEvent;
import org.stele.query.statefile.Days;
import org.stele.query.statefile.LedgerEvent;
import tools.jackson.core.JacksonException;

/** Reads stored payloads as events, by the name and version that they are stored under. */
public final class EventDecoder {

    private EventDecoder() {}

    /** The event as the fold takes it; empty where it is about no Member State. */
    public static Optional<LedgerEvent> decode(StoredEvent stored) {
        return decode(stored.position(), stored.recordedAt(), stored.type(), stored.typeVersion(), stored.payload());
    }

    /** The same of a message that a processor hands on. */
    public static Optional<LedgerEvent> decode(RecordedEvent message) {
        String type = message.type().qualifiedName().name();
        if (!(message.payload() instanceof byte[] payload)) {
            throw new UnreadableEvent(
                    "Position %d holds %s without a JSON object.".formatted(message.position(), type));
        }
        return decode(
                message.position(), message.recordedAt(), type, message.type().version(), payload);
    }

    private static Optional<LedgerEvent> decode(
            long position, Instant recordedAt, String type, String version, byte[] payload) {
        Class<?> known = EventTypes.find(type, version);
        if (known == null) {
            throw new UnreadableEvent(
                    "Position %d holds %s in version %s, which this program does not know; install one that does."
                            .formatted(position, type, version));
        }
        try {
            return EventJson.MAPPER.readValue(payload, known) instanceof StateEvent event
                    ? Optional.of(new LedgerEvent(position, Days.inNewYork(recordedAt), event))
                    : Optional.empty();
        } catch (JacksonException e) {
            throw new UnreadableEvent(
                    "Position %d holds %s in version %s, whose payload cannot be read; check the ledger."
                            .formatted(position, type, version),
                    e);
        }
    }
}
