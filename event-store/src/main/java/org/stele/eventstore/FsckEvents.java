package org.stele.eventstore;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stele.ledger.Hash;
import org.stele.ledger.Leaf;

/** FsckEvents are the events of a ledger in order, each checked against its predecessors. */
final class FsckEvents {

    private record StateHead(long sequence, Hash leafHash) {}

    private final Map<String, StateHead> states = new HashMap<>();
    private long position;
    private Instant recordedAt = Instant.MIN;

    /** Of the last event found sound. */
    long position() {
        return position;
    }

    long states() {
        return states.size();
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
        String name = "event " + event.position() + ": ";
        Leaf leaf = Objects.requireNonNull(event.leaf());
        Hash leafHash = Objects.requireNonNull(event.leafHash());
        if (leaf.recordedAt().isBefore(recordedAt)) {
            throw new Wrong(name + "it was recorded before its predecessor");
        }
        if (leaf.state() != null) {
            checkChain(leaf, leaf.state(), leafHash, name);
        }
        position = event.position();
        recordedAt = leaf.recordedAt();
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

    private void checkChain(Leaf leaf, String state, Hash leafHash, String name) throws Wrong {
        StateHead previous = states.get(state);
        long sequence = previous == null ? 1 : previous.sequence() + 1;
        @Nullable Hash previousHash = previous == null ? null : previous.leafHash();
        if (!Objects.equals(leaf.stateSequence(), sequence) || !Objects.equals(leaf.previousInState(), previousHash)) {
            throw new Wrong(name + "the leaf does not follow the previous event of " + state);
        }
        states.put(state, new StateHead(sequence, leafHash));
    }
}
