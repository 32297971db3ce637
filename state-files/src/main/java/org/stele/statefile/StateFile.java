package org.stele.statefile;

import java.util.Collection;
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
        List<Arrival> arrivals,
        List<Claim> claims,
        List<PriorContracts> contracts,
        List<WorkApproval> approvals,
        List<Evidence> evidence,
        List<AnsweredDiscrepancy> answered,
        List<VerdictRecord> verdicts,
        List<OmittedEntry> omitted) {

    public StateFile {
        attestations = FiledRecords.copyOf(attestations);
        notices = FiledRecords.copyOf(notices);
        baselines = FiledRecords.copyOf(baselines);
        arrivals = FiledRecords.copyOf(arrivals);
        claims = FiledRecords.copyOf(claims);
        contracts = FiledRecords.copyOf(contracts);
        approvals = FiledRecords.copyOf(approvals);
        evidence = FiledRecords.copyOf(evidence);
        answered = FiledRecords.copyOf(answered);
        verdicts = FiledRecords.copyOf(verdicts);
        omitted = FiledRecords.copyOf(omitted);
    }

    /** A file of these records, with their greatest position. */
    StateFile(MemberState memberState, Registers registers) {
        this(
                memberState,
                registers.lastPosition(),
                registers.of(Attestation.class),
                registers.of(Notice.class),
                registers.of(DeclaredBaseline.class),
                registers.of(Arrival.class),
                registers.of(Claim.class),
                registers.of(PriorContracts.class),
                registers.of(WorkApproval.class),
                registers.of(Evidence.class),
                registers.of(AnsweredDiscrepancy.class),
                registers.of(VerdictRecord.class),
                registers.of(OmittedEntry.class));
    }

    /** A file of these records, whose last change is the last of theirs. */
    public static StateFile of(
            MemberState memberState,
            List<Attestation> attestations,
            List<Notice> notices,
            List<DeclaredBaseline> baselines,
            List<Arrival> arrivals,
            List<Claim> claims,
            List<PriorContracts> contracts,
            List<WorkApproval> approvals,
            List<Evidence> evidence,
            List<AnsweredDiscrepancy> answered,
            List<VerdictRecord> verdicts,
            List<OmittedEntry> omitted) {
        return new StateFile(
                memberState,
                new Registers()
                        .with(Attestation.class, attestations)
                        .with(Notice.class, notices)
                        .with(DeclaredBaseline.class, baselines)
                        .with(Arrival.class, arrivals)
                        .with(Claim.class, claims)
                        .with(PriorContracts.class, contracts)
                        .with(WorkApproval.class, approvals)
                        .with(Evidence.class, evidence)
                        .with(AnsweredDiscrepancy.class, answered)
                        .with(VerdictRecord.class, verdicts)
                        .with(OmittedEntry.class, omitted));
    }

    /** The file of a State of which nothing is on record. */
    public static StateFile empty(MemberState memberState) {
        return new StateFile(memberState, new Registers());
    }

    /** The records by their kind. */
    Registers registers() {
        return new Registers()
                .with(Attestation.class, attestations)
                .with(Notice.class, notices)
                .with(DeclaredBaseline.class, baselines)
                .with(Arrival.class, arrivals)
                .with(Claim.class, claims)
                .with(PriorContracts.class, contracts)
                .with(WorkApproval.class, approvals)
                .with(Evidence.class, evidence)
                .with(AnsweredDiscrepancy.class, answered)
                .with(VerdictRecord.class, verdicts)
                .with(OmittedEntry.class, omitted);
    }

    /** Every record, kind after kind. */
    public Stream<FiledRecord> records() {
        return registers().all();
    }

    /** The same with other attestations in their places. */
    public StateFile withAttestations(List<Attestation> others) {
        return new StateFile(memberState, registers().with(Attestation.class, others));
    }

    /** The file in which these records, all of its State, stand in the place of what they were. */
    public StateFile with(Collection<? extends FiledRecord> changed) {
        return changed.isEmpty() ? this : new StateFile(memberState, registers().with(changed));
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
     * The file as it was when the ledger had so many events. Everything on record keeps the positions of its events, so that
     * an earlier file is a part of a later one.
     */
    public StateFile upTo(long treeSize) {
        return lastPosition <= treeSize
                ? this
                : new StateFile(memberState, registers().upTo(treeSize));
    }
}
