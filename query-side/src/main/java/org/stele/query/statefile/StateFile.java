package org.stele.query.statefile;

import java.time.LocalDate;
import java.util.List;
import org.stele.events.MemberState;

/**
 * Everything on record about one Member State that statuses are computed from.
 *
 * <p>A pure fold over the State's events in the order of the ledger. It depends on no date: {@link #at} computes what
 * may be said of a day, knowing what was known on another. The live projection stores it and audit replay folds it anew;
 * the two cannot disagree because there is only one fold.
 *
 * @param lastPosition the position of the last event folded; 0 before the first
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
        attestations = List.copyOf(attestations);
        notices = List.copyOf(notices);
        baselines = List.copyOf(baselines);
        claims = List.copyOf(claims);
        evidence = List.copyOf(evidence);
    }

    /** The file of a State of which nothing is on record. */
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

    /** What may be said of {@code effectiveOn} with what was known on {@code knownOn}, both included. */
    public StateView at(LocalDate effectiveOn, LocalDate knownOn) {
        return StateView.of(this, effectiveOn, knownOn);
    }
}
