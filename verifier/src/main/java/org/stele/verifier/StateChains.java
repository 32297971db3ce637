package org.stele.verifier;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.stele.ledger.Hash;
import org.stele.ledger.Leaf;
import org.stele.ledger.NotVerified;
import org.stele.ledger.StateHeads;

/** The chains of States, as far as their leaves have been seen. */
final class StateChains {

    private final Map<String, StateHeads.Head> heads = new TreeMap<>();

    /** Appends a leaf to the chain of its State, if it has one. */
    void append(Leaf leaf, Hash leafHash) throws NotVerified {
        String state = leaf.state();
        Long sequence = leaf.stateSequence();
        if (state == null || sequence == null) {
            return;
        }
        StateHeads.Head before = heads.get(state);
        long expected = before == null ? 1 : before.count() + 1;
        if (sequence != expected) {
            throw new NotVerified("Position %s: it is event %s of %s, and event %s was expected"
                    .formatted(leaf.position(), sequence, state, expected));
        }
        if (!Objects.equals(before == null ? null : before.hash(), leaf.previousInState())) {
            throw new NotVerified(
                    "Position %s: the chain of %s does not lead to its event before".formatted(leaf.position(), state));
        }
        heads.put(state, new StateHeads.Head(state, expected, leaf.position(), leafHash));
    }

    List<StateHeads.Head> heads() {
        return List.copyOf(heads.values());
    }

    StateHeads.@Nullable Head head(String state) {
        return heads.get(state);
    }
}
