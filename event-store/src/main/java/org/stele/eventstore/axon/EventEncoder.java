package org.stele.eventstore.axon;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.conversion.EventConverter;
import org.axonframework.messaging.eventstreaming.Tag;
import org.stele.eventstore.append.EncodedEvent;
import org.stele.eventstore.event.Body;
import org.stele.eventstore.event.CommandKey;
import org.stele.eventstore.event.StateTag;
import org.stele.eventstore.event.TagHash;
import org.stele.ledger.Commitment;
import tools.jackson.core.io.JsonStringEncoder;

/** An EventEncoder turns Axon's event messages into bodies and commitments, on the threads of those who submit them. */
public final class EventEncoder {

    private final EventConverter converter;
    private final StateTag stateTag;
    private final RandomBlocks salts = new RandomBlocks(new SecureRandom());

    public EventEncoder(EventConverter converter, StateTag stateTag) {
        this.converter = converter;
        this.stateTag = stateTag;
    }

    public EncodedEvent encode(TaggedEventMessage<?> tagged) {
        EventMessage event = tagged.event();
        byte[] payload = payload(event);
        // An event that could not be read back must not be written.
        Body.requireJson(payload);
        Body body = new Body(
                metadata(event.metadata(), event.timestamp()),
                payload,
                tagged.tags().stream().map(EventEncoder::text).toList(),
                requireText(event.type().qualifiedName().name()),
                event.type().version());
        byte[] bytes = body.encode();
        byte[] salt = salts.next(Commitment.SALT_BYTES);
        return new EncodedEvent(
                CommandKey.canonicalUuid(event.identifier()),
                body.type(),
                body.tags(),
                TagHash.distinct(body.tags()),
                stateTag.stateIn(body.tags()),
                bytes,
                salt,
                Commitment.of(salt, bytes),
                CommandKey.from(body.metadata()));
    }

    private static SortedMap<String, String> metadata(Map<String, String> metadata, Instant decidedAt) {
        if (metadata.containsKey(RecordedEvent.DECIDED_AT)) {
            throw new IllegalArgumentException("Metadata may not bring its own " + RecordedEvent.DECIDED_AT);
        }
        SortedMap<String, String> result = new TreeMap<>();
        metadata.forEach((key, value) -> result.put(key, requireNonNull(value, "metadata " + key)));
        result.put(RecordedEvent.DECIDED_AT, decidedAt.toString());
        return result;
    }

    /** A plain String becomes a JSON string; every other payload is what the converter makes of it. */
    private byte[] payload(EventMessage event) {
        if (event.payload() instanceof String text) {
            return concat(JsonStringEncoder.getInstance().quoteAsUTF8(text));
        }
        return requireNonNull(event.payloadAs(byte[].class, converter), "payload");
    }

    private static byte[] concat(byte[] escaped) {
        byte[] quoted = new byte[escaped.length + 2];
        quoted[0] = '"';
        System.arraycopy(escaped, 0, quoted, 1, escaped.length);
        quoted[quoted.length - 1] = '"';
        return quoted;
    }

    static String text(Tag tag) {
        if (tag.key().isEmpty() || tag.key().contains("=")) {
            throw new IllegalArgumentException("The key of a tag is a text without '=', not '" + tag.key() + "'");
        }
        return requireText(tag.key() + "=" + tag.value());
    }

    /** PostgreSQL's text has no NUL. */
    private static String requireText(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("A tag or type has no NUL character");
        }
        return text;
    }
}
