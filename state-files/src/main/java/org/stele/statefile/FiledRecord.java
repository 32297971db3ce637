package org.stele.statefile;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;

/**
 * One record in a State's file. Nothing in it is ever removed: each fact carries the position of its event, so that an
 * earlier state of the record is a part of the present one.
 */
public sealed interface FiledRecord
        permits Attestation,
                Notice,
                DeclaredBaseline,
                Arrival,
                Claim,
                UnchangingRecord,
                Evidence,
                AnsweredDiscrepancy,
                VerdictRecord {

    public FilingId id();

    /** The position of the event that created it. */
    public long firstPosition();

    /** The position of the last event that changed it. */
    public long lastPosition();

    /** The record at this ledger size, which is at least {@link #firstPosition}. */
    public FiledRecord upTo(long treeSize);

    /** What it says whatever the view, where nothing changed it since it was recorded; null otherwise. */
    default @Nullable Unchanged unchanged() {
        return null;
    }

    /** What it says on each day of knowledge, of a kind that views read by days; null of any other. */
    default @Nullable Timeline timeline() {
        return null;
    }

    /** The last of several days stated one after another: the last one counts. */
    public static @Nullable DatedFact last(List<DatedFact> told) {
        return told.isEmpty() ? null : told.getLast();
    }

    public static <F> List<F> and(List<F> facts, F next) {
        List<F> all = new ArrayList<>(facts);
        all.add(next);
        return all;
    }

    /** The facts that a smaller ledger had. */
    public static <F extends Fact> List<F> upTo(List<F> facts, long treeSize) {
        return facts.isEmpty() || facts.getLast().position() <= treeSize
                ? facts
                : facts.stream().filter(fact -> fact.position() <= treeSize).toList();
    }

    public static long lastPosition(List<? extends Fact> facts) {
        return facts.isEmpty() ? 0 : facts.getLast().position();
    }
}
