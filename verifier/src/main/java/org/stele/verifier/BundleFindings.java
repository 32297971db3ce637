package org.stele.verifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stele.ledger.StateHeads;
import org.stele.ledger.evidence.BundleCounts;
import org.stele.ledger.evidence.BundleHeader;
import org.stele.ledger.note.Checkpoint;
import org.stele.ledger.note.Trusted;

/** The findings of a bundle check. They are valid only when the check ended without an exception. */
final class BundleFindings {

    /** Further positions are counted and not named. */
    static final int MAX_NAMED = 1_000;

    private final Brackets brackets = new Brackets();
    private final List<Long> withheld = new ArrayList<>();
    private final List<Long> redacted = new ArrayList<>();
    private SubmitterFindings submitters = new SubmitterFindings();

    private @Nullable BundleHeader header;
    private @Nullable Trusted checkpoint;
    private @Nullable Checkpoint since;
    private @Nullable StateHeads stateHeads;
    private @Nullable BundleCounts counts;
    private List<Long> uncheckedProofs = List.of();

    void begin(BundleHeader newHeader, Trusted newCheckpoint) {
        header = newHeader;
        checkpoint = newCheckpoint;
        brackets.add(newCheckpoint);
    }

    void since(Checkpoint kept) {
        since = kept;
    }

    void stateHeads(StateHeads heads, Trusted signed) {
        stateHeads = heads;
    }

    void withheld(long position) {
        name(withheld, position);
    }

    void redacted(long position) {
        name(redacted, position);
    }

    private static void name(List<Long> positions, long position) {
        if (positions.size() < MAX_NAMED) {
            positions.add(position);
        }
    }

    void end(BundleCounts newCounts, KnownRoots roots, SubmitterFindings newSubmitters) {
        counts = newCounts;
        submitters = newSubmitters;
        uncheckedProofs = roots.uncheckedProofs();
    }

    Brackets brackets() {
        return brackets;
    }

    BundleHeader header() {
        return Objects.requireNonNull(header);
    }

    Trusted checkpoint() {
        return Objects.requireNonNull(checkpoint);
    }

    @Nullable
    Checkpoint since() {
        return since;
    }

    @Nullable
    StateHeads stateHeads() {
        return stateHeads;
    }

    BundleCounts counts() {
        return Objects.requireNonNull(counts);
    }

    List<Long> withheld() {
        return List.copyOf(withheld);
    }

    List<Long> redacted() {
        return List.copyOf(redacted);
    }

    SubmitterFindings submitters() {
        return submitters;
    }

    List<Long> uncheckedProofs() {
        return uncheckedProofs;
    }

    /** The size up to which no event can be missing. */
    long completeUpTo() {
        boolean all = header().completeness() == BundleHeader.Completeness.LEAVES;
        return all ? header().size() : Objects.requireNonNull(stateHeads).size();
    }
}
