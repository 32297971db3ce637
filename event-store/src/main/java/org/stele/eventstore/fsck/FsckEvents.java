package org.stele.eventstore.fsck;

import java.util.Objects;
import org.stele.eventstore.event.IntegrityViolation;
import org.stele.ledger.Hash;
import org.stele.ledger.LeafSequence;
import org.stele.ledger.NotVerified;

/** An FsckEvents checks the events of a ledger in order, each against its predecessors. */
final class FsckEvents {

    private final LeafSequence sequence = new LeafSequence();
    private long position;

    /** Of the last event found sound. */
    long position() {
        return position;
    }

    long states() {
        return sequence.heads().size();
    }

    /** Checks the next event, and returns its leaf hash. */
    Hash check(FsckEvent event) throws IntegrityViolation {
        if (event.wrong() != null) {
            checkPosition(event.position());
            throw new IntegrityViolation("event " + event.position() + ": " + event.wrong());
        }
        return checkLeaf(event);
    }

    /** The same for an event whose row is known to be wrong elsewhere. */
    Hash checkLeaf(FsckEvent event) throws IntegrityViolation {
        checkPosition(event.position());
        Hash leafHash = Objects.requireNonNull(event.leafHash());
        try {
            sequence.append(Objects.requireNonNull(event.leaf()), leafHash);
        } catch (NotVerified e) {
            throw new IntegrityViolation(String.valueOf(e.getMessage()));
        }
        position = event.position();
        return leafHash;
    }

    void checkPosition(long found) throws IntegrityViolation {
        if (found > position + 1) {
            throw new IntegrityViolation(
                    "event " + (position + 1) + ": the row is missing; the next one has position " + found);
        }
        if (found <= position) {
            throw new IntegrityViolation("event " + found + ": no such row belongs before event " + (position + 1));
        }
    }
}
