package org.stele.eventstore.axon;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.axonframework.conversion.Converter;
import org.axonframework.messaging.core.GenericMessage;
import org.axonframework.messaging.core.Message;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.jspecify.annotations.Nullable;
import org.stele.eventstore.axon.PayloadUpcaster.Versioned;
import org.stele.eventstore.event.StoredEvent;
import org.stele.ledger.Hash;
import tools.jackson.databind.json.JsonMapper;

/**
 * A RecordedEvent is an event message that knows its place in the ledger. The engine returns nothing else, also after a
 * payload was converted.
 *
 * <p>{@link #timestamp()} is when the application decided, by its own clock; {@link #recordedAt()} is the ledger's
 * time.
 */
public final class RecordedEvent extends GenericEventMessage {

    /** The entry of a body's metadata that keeps the message's own timestamp; messages do not show it. */
    public static final String DECIDED_AT = "decidedAt";

    private final long position;
    private final Instant recordedAt;
    private final Hash leafHash;

    private RecordedEvent(Message message, Instant decidedAt, long position, Instant recordedAt, Hash leafHash) {
        super(message, decidedAt);
        this.position = position;
        this.recordedAt = recordedAt;
        this.leafHash = leafHash;
    }

    /** The message type for an event whose body is damaged: only its place is known. */
    static final String HELD_BACK = "ledger.HeldBack";

    /** Nothing is returned of a body that its leaf does not commit to. */
    public static RecordedEvent of(StoredEvent stored) {
        return of(stored, PayloadUpcaster.NONE);
    }

    /** The same with its payload as a newer version has it. */
    static RecordedEvent of(StoredEvent stored, PayloadUpcaster upcaster) {
        return stored.isIntact() ? read(stored, upcaster) : heldBack(stored);
    }

    private static RecordedEvent heldBack(StoredEvent stored) {
        Message message = new GenericMessage(
                stored.eventId().toString(),
                new MessageType(new QualifiedName(HELD_BACK), "1"),
                "{}".getBytes(US_ASCII),
                Map.of());
        return new RecordedEvent(
                message, stored.recordedAt(), stored.position(), stored.recordedAt(), stored.leafHash());
    }

    private static RecordedEvent read(StoredEvent stored, PayloadUpcaster upcaster) {
        SortedMap<String, String> metadata = new TreeMap<>(stored.metadata());
        String decidedAt = requireNonNull(metadata.remove(DECIDED_AT), DECIDED_AT);
        Versioned newest = upcaster.upcast(stored.type(), new Versioned(stored.typeVersion(), stored.payload()));
        Message message = new GenericMessage(
                stored.eventId().toString(),
                new MessageType(new QualifiedName(stored.type()), newest.version()),
                payload(newest.payload()),
                metadata);
        return new RecordedEvent(
                message, Instant.parse(decidedAt), stored.position(), stored.recordedAt(), stored.leafHash());
    }

    /** A JSON string becomes a String again; every other payload stays as its bytes. */
    private static Object payload(byte[] json) {
        return json[0] == '"' ? JsonMapper.shared().readValue(json, String.class) : json;
    }

    public long position() {
        return position;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    public Hash leafHash() {
        return leafHash;
    }

    @Override
    public EventMessage withMetadata(Map<String, String> metadata) {
        return with(delegate().withMetadata(metadata));
    }

    @Override
    public EventMessage andMetadata(Map<String, String> metadata) {
        return with(delegate().andMetadata(metadata));
    }

    @Override
    public EventMessage withConvertedPayload(Type type, @Nullable Converter converter) {
        return with(new GenericMessage(identifier(), type(), payloadAs(type, converter), metadata()));
    }

    private RecordedEvent with(Message message) {
        return new RecordedEvent(message, timestamp(), position, recordedAt, leafHash);
    }
}
