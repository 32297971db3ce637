package org.stele.query.statefile;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCount;
import org.stele.events.SourceReference;

/**
 * One claim of an exception or of being out of scope, with its later history.
 *
 * @param ground the name of the ground; grounds of protected status are for the filing State and the custodian only
 * @param upheld the days on which the Committee upheld it
 * @param withdrawals when the Committee learnt of its withdrawal; empty if it was not withdrawn
 */
record Claim(
        FilingId id,
        Kind kind,
        String ground,
        @Nullable PersonsCount count,
        @Nullable PartialDate effectiveOn,
        PartialDate claimed,
        @Nullable String summary,
        @Nullable SourceReference source,
        long position,
        LocalDate recordedOn,
        List<Dispute> disputes,
        List<DatedFact> upheld,
        List<DatedFact> withdrawals)
        implements FiledRecord {

    /** The kinds of claims. */
    enum Kind {
        EXEMPTION,
        SCOPE
    }

    Claim {
        disputes = List.copyOf(disputes);
        upheld = List.copyOf(upheld);
        withdrawals = List.copyOf(withdrawals);
    }

    @Override
    public long firstPosition() {
        return position;
    }

    @Override
    public long lastPosition() {
        long told = Math.max(FiledRecord.lastPosition(upheld), FiledRecord.lastPosition(withdrawals));
        return Math.max(position, Math.max(told, FiledRecord.lastPosition(disputes)));
    }

    @Override
    public Claim upTo(long treeSize) {
        return with(
                FiledRecord.upTo(disputes, treeSize),
                FiledRecord.upTo(upheld, treeSize),
                FiledRecord.upTo(withdrawals, treeSize));
    }

    /** Claimed and not withdrawn by {@code knownOn}, and effective by {@code effectiveOn} (section 4, "In view"). */
    boolean isInView(LocalDate effectiveOn, LocalDate knownOn) {
        DatedFact withdrawn = FiledRecord.last(withdrawals);
        return Days.isBy(claimed, knownOn)
                && (withdrawn == null || !Days.isBy(withdrawn.on(), knownOn))
                && Days.isBy(effectiveDay(), effectiveOn);
    }

    LocalDate effectiveDay() {
        return effectiveOn == null ? claimed.lastDay() : effectiveOn.lastDay();
    }

    ClaimReading readAt(LocalDate knownOn) {
        return new ClaimReading(
                id,
                kind == Kind.EXEMPTION,
                ground,
                count,
                effectiveDay(),
                claimed,
                disputes.stream().anyMatch(dispute -> Days.isBy(dispute.disputed(), knownOn)),
                upheld.stream().anyMatch(told -> Days.isBy(told.on(), knownOn)),
                summary,
                source,
                position,
                recordedOn);
    }

    Claim dispute(Dispute dispute) {
        return with(FiledRecord.and(disputes, dispute), upheld, withdrawals);
    }

    Claim uphold(DatedFact day) {
        return with(disputes, FiledRecord.and(upheld, day), withdrawals);
    }

    Claim withdraw(DatedFact day) {
        return with(disputes, upheld, FiledRecord.and(withdrawals, day));
    }

    private Claim with(List<Dispute> newDisputes, List<DatedFact> newUpheld, List<DatedFact> newWithdrawals) {
        return new Claim(
                id,
                kind,
                ground,
                count,
                effectiveOn,
                claimed,
                summary,
                source,
                position,
                recordedOn,
                newDisputes,
                newUpheld,
                newWithdrawals);
    }
}
