package org.stele.query.statefile;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;

/**
 * One thing in a State's file. Nothing in it is ever lost: what an event adds carries the event's position, so that what the
 * thing was at an earlier size of the ledger is a part of what it is now.
 */
sealed interface FiledRecord permits Attestation, Notice, DeclaredBaseline, Claim, Evidence {

    FilingId id();

    /** The position of the event that put it on record. */
    long firstPosition();

    /** The position of the last event that changed it. */
    long lastPosition();

    /** What it was when the ledger had so many events, at least as many as {@link #firstPosition}. */
    FiledRecord upTo(long treeSize);

    /** The last of some days that were told one after another: it is the one that counts. */
    static @Nullable DatedFact last(List<DatedFact> told) {
        return told.isEmpty() ? null : told.getLast();
    }

    static <F> List<F> and(List<F> facts, F next) {
        List<F> all = new ArrayList<>(facts);
        all.add(next);
        return all;
    }

    /** The part of some facts that a smaller ledger had. */
    static <F extends Fact> List<F> upTo(List<F> facts, long treeSize) {
        return facts.isEmpty() || facts.getLast().position() <= treeSize
                ? facts
                : facts.stream().filter(fact -> fact.position() <= treeSize).toList();
    }

    static long lastPosition(List<? extends Fact> facts) {
        return facts.isEmpty() ? 0 : facts.getLast().position();
    }
}
