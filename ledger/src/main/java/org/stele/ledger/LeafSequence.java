package org.stele.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.stele.ledger.StateHeads.Head;

/**
 * A LeafSequence checks leaves of one ledger in order: times do not decrease, and each leaf follows the previous event
 * of its State. Positions are not checked, since the leaves may be a selection. Not safe for several threads.
 */
public final class LeafSequence {

    private final SortedMap<String, Head> heads = new TreeMap<>();
    private Instant recordedAt = Instant.MIN;

    /** A sequence that continues after verified State heads; from the beginning without any. */
    public static LeafSequence after(@Nullable StateHeads heads) {
        LeafSequence sequence = new LeafSequence();
        if (heads != null) {
            heads.heads().forEach(head -> sequence.heads.put(head.state(), head));
        }
        return sequence;
    }

    /** One that goes on behind a leaf, of whose State alone anything is known. */
    public static LeafSequence behind(Leaf last, Hash leafHash) {
        LeafSequence sequence = new LeafSequence();
        if (last.state() != null && last.stateSequence() != null) {
            sequence.heads.put(last.state(), new Head(last.state(), last.stateSequence(), last.position(), leafHash));
        }
        sequence.recordedAt = last.recordedAt();
        return sequence;
    }

    /**
     * Checks the next leaf.
     *
     * @throws NotVerified where it does not follow
     */
    public void append(Leaf leaf, Hash leafHash) throws NotVerified {
        if (leaf.recordedAt().isBefore(recordedAt)) {
            throw wrong(leaf, "it was recorded before its predecessor");
        }
        if (leaf.state() != null) {
            chain(leaf, leaf.state(), leafHash);
        }
        recordedAt = leaf.recordedAt();
    }

    private void chain(Leaf leaf, String state, Hash leafHash) throws NotVerified {
        Head previous = heads.get(state);
        long count = previous == null ? 1 : previous.count() + 1;
        if (!Objects.equals(leaf.stateSequence(), count)) {
            throw wrong(
                    leaf,
                    "the leaf does not follow the previous event of %s: it is event %s, and event %s was expected"
                            .formatted(state, leaf.stateSequence(), count));
        }
        if (!Objects.equals(leaf.previousInState(), previous == null ? null : previous.hash())) {
            throw wrong(leaf, "the leaf does not follow the previous event of " + state);
        }
        heads.put(state, new Head(state, count, leaf.position(), leafHash));
    }

    private static NotVerified wrong(Leaf leaf, String what) {
        return new NotVerified("event %s: %s".formatted(leaf.position(), what));
    }

    /** Of every State seen, in order. */
    public List<Head> heads() {
        return List.copyOf(heads.values());
    }

    /** Of one State; null before its first leaf. */
    public @Nullable Head head(String state) {
        return heads.get(state);
    }
}
