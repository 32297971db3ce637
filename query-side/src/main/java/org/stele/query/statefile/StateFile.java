package org.stele.query.statefile;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.stele.events.MemberState;

/**
 * Everything on record about one Member State that statuses are computed from.
 *
 * <p>A pure fold over the State's events in the order of the ledger. It depends on no date: {@link #at} computes the
 * statuses of a day, as known on another day. The live projection stores it and audit replay folds it anew; both use
 * the one fold.
 *
 * @param lastPosition the position of the last event that changed it; 0 before the first
 */
public record StateFile(
        MemberState memberState,
        long lastPosition,
        List<Attestation> attestations,
        List<Notice> notices,
        List<DeclaredBaseline> baselines,
        List<Claim> claims,
        List<Evidence> evidence) {

    public StateFile {
        attestations = FiledRecords.copyOf(attestations);
        notices = FiledRecords.copyOf(notices);
        baselines = FiledRecords.copyOf(baselines);
        claims = FiledRecords.copyOf(claims);
        evidence = FiledRecords.copyOf(evidence);
    }

    /** The empty file. */
    public static StateFile empty(MemberState memberState) {
        return new StateFile(memberState, 0, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    public StateFile evolve(LedgerEvent event) {
        return evolve(List.of(event));
    }

    /** The file after these events, in the order of the ledger. One call is cheaper than one for each event. */
    public StateFile evolve(Iterable<LedgerEvent> events) {
        Fold fold = new Fold(this);
        events.forEach(fold::apply);
        return fold.toStateFile();
    }

    /**
     * The file at an earlier size of the ledger. Every fact keeps the position of its event, so that an earlier file is
     * a part of a later one.
     */
    public StateFile upTo(long treeSize) {
        return lastPosition <= treeSize
                ? this
                : of(
                        memberState,
                        FiledRecords.copyOf(attestations).upTo(treeSize),
                        FiledRecords.copyOf(notices).upTo(treeSize),
                        FiledRecords.copyOf(baselines).upTo(treeSize),
                        FiledRecords.copyOf(claims).upTo(treeSize),
                        FiledRecords.copyOf(evidence).upTo(treeSize));
    }

    /** A file of these records, with their greatest position. */
    static StateFile of(
            MemberState memberState,
            List<Attestation> attestations,
            List<Notice> notices,
            List<DeclaredBaseline> baselines,
            List<Claim> claims,
            List<Evidence> evidence) {
        long last = Stream.of(attestations, notices, baselines, claims, evidence)
                .mapToLong(things -> FiledRecords.copyOf(things).lastPosition())
                .max()
                .orElseThrow();
        return new StateFile(memberState, last, attestations, notices, baselines, claims, evidence);
    }

    /** The view of {@code effectiveOn} as known on {@code knownOn}, both included. */
    public StateView at(LocalDate effectiveOn, LocalDate knownOn) {
        return StateView.of(this, effectiveOn, knownOn);
    }
}
