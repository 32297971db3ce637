package org.stele.eventstore.event;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stele.eventstore.axon.RecordedEvent;
import org.stele.ledger.Commitment;
import org.stele.ledger.Hash;
import org.stele.ledger.Leaf;

/**
 * A StoredEvent is one row of the ledger: the exact stored bytes of an event's body, salt and leaf. They are parsed on
 * first use; bytes that the ledger would not have written are refused then.
 */
public final class StoredEvent {

    private final long position;
    private final UUID eventId;
    private final Instant recordedAt;
    private final byte[] body;
    private final byte[] salt;
    private final byte[] leaf;
    private final Hash leafHash;
    private volatile @Nullable Body parsedBody;

    public StoredEvent(
            long position, UUID eventId, Instant recordedAt, byte[] body, byte[] salt, byte[] leaf, Hash leafHash) {
        this.position = position;
        this.eventId = eventId;
        this.recordedAt = recordedAt;
        this.body = body;
        this.salt = salt;
        this.leaf = leaf;
        this.leafHash = leafHash;
    }

    public long position() {
        return position;
    }

    public UUID eventId() {
        return eventId;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    /** The stored bytes themselves; not to be changed. */
    public byte[] body() {
        return body;
    }

    /** The stored bytes themselves; not to be changed. */
    public byte[] salt() {
        return salt;
    }

    /** The stored bytes themselves; not to be changed. */
    public byte[] leaf() {
        return leaf;
    }

    public Hash leafHash() {
        return leafHash;
    }

    public String type() {
        return parsed().type();
    }

    public String typeVersion() {
        return parsed().typeVersion();
    }

    /** As {@code key=value}, sorted. */
    public List<String> tags() {
        return parsed().tags();
    }

    /** The exact bytes of the payload, one JSON value. */
    public byte[] payload() {
        return parsed().payload();
    }

    /** With the entries of {@link CommandKey} and {@link RecordedEvent#DECIDED_AT}. */
    public SortedMap<String, String> metadata() {
        return parsed().metadata();
    }

    /** ISO 3166-1 alpha-3 of the State that the event is about, or null. */
    public @Nullable String state() {
        return Leaf.parse(leaf).state();
    }

    /** Its leaf; refuses an event whose body is not what leaf, position and time were recorded for ({@link LedgerDamaged}). */
    public Leaf requireCommitted() {
        return LeafBinding.require(position, recordedAt, body, salt, leaf, leafHash);
    }

    /** Its leaf, whatever became of the body; refuses one that is not of this position and time ({@link LedgerDamaged}). */
    public Leaf requireLeaf() {
        return LeafBinding.requireLeaf(position, recordedAt, leaf, leafHash);
    }

    /** Whether the leaf commits to this body and salt. */
    public boolean isIntact() {
        try {
            return Commitment.of(salt, body).equals(Leaf.parse(leaf).commitment());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private Body parsed() {
        Body known = parsedBody;
        if (known == null) {
            known = Body.parse(body);
            parsedBody = known;
        }
        return known;
    }

    @Override
    public String toString() {
        return "StoredEvent[" + position + ", " + eventId + ", " + recordedAt + "]";
    }
}
