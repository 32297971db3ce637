package org.stele.eventstore;

import java.util.Objects;
import org.stele.ledger.NotVerified;
import org.stele.ledger.LeafSequence;
import org.stele.ledger.Hash;

/** FsckEvents are the events of a ledger in order, each checked against its predecessors. */
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
    Hash check(FsckEvent event) throws Wrong {
        if (event.wrong() != null) {
            checkPosition(event.position());
            throw new Wrong("event " + event.position() + ": " + event.wrong());
        }
        return checkLeaf(event);
    }

    /** The same of one in which something else is known to be wrong. */
    Hash checkLeaf(FsckEvent event) throws Wrong {
        checkPosition(event.position());
        Hash leafHash = Objects.requireNonNull(event.leafHash());
        try {
            sequence.append(Objects.requireNonNull(event.leaf()), leafHash);
        } catch (NotVerified e) {
            throw new Wrong(String.valueOf(e.getMessage()));
        }
        position = event.position();
        return leafHash;
    }

    void checkPosition(long found) throws Wrong {
        if (found > position + 1) {
            throw new Wrong("event " + (position + 1) + ": the row is missing; the next one has position " + found);
        }
        if (found <= position) {
            throw new Wrong("event " + found + ": no such row belongs before event " + (position + 1));
        }
    }
}
