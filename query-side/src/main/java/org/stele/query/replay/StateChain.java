package org.stele.query.replay;

import org.jspecify.annotations.Nullable;
import org.stele.eventstore.event.LedgerDamaged;
import org.stele.eventstore.event.StoredEvent;
import org.stele.ledger.Leaf;
import org.stele.ledger.LeafSequence;
import org.stele.ledger.NotVerified;

/**
 * A StateChain is the events of one State as they are read by their tag, which no leaf commits to: one whose tag was taken away is
 * not read, and the next does not follow. Not safe for several threads.
 */
final class StateChain {

    private final String iso3;
    private final LeafSequence leaves;

    /** @param last the event before the first that is read; null where that is the State's first */
    StateChain(String iso3, @Nullable StoredEvent last) {
        this.iso3 = iso3;
        this.leaves = last == null ? new LeafSequence() : LeafSequence.behind(last.requireLeaf(), last.leafHash());
    }

    /** Refuses an event that is not as it was recorded, or not the next of the State ({@link LedgerDamaged}). */
    void require(StoredEvent stored) {
        require(stored, stored.requireCommitted());
    }

    /** The same for an event whose body was removed by order. */
    void requireLeaf(StoredEvent stored) {
        require(stored, stored.requireLeaf());
    }

    private void require(StoredEvent stored, Leaf leaf) {
        if (!iso3.equals(leaf.state())) {
            throw new LedgerDamaged(
                    "event %s: its tags name %s, and its leaf %s".formatted(stored.position(), iso3, leaf.state()));
        }
        try {
            leaves.append(leaf, stored.leafHash());
        } catch (NotVerified e) {
            throw new LedgerDamaged(String.valueOf(e.getMessage()));
        }
    }
}
