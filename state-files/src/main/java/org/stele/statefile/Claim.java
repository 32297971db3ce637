package org.stele.statefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCount;
import org.stele.events.Sealed;
import org.stele.events.SourceReference;

/**
 * One claim of an exception or of being out of scope, with its later history.
 *
 * @param ground the name of the ground; null where it is sealed, or kept from who looks
 * @param isProtected whether the ground tells of a protected status
 * @param banded whether the count is kept from who looks, and is from 1 to 4
 * @param sealed what only the filing State and the custodian read; null where nothing is sealed
 * @param upheld the days on which the Committee upheld it
 * @param withdrawals when the Committee learnt of its withdrawal; empty if it was not withdrawn
 */
public record Claim(
        FilingId id,
        Kind kind,
        @Nullable String ground,
        boolean isProtected,
        @Nullable PersonsCount count,
        boolean banded,
        @Nullable PartialDate effectiveOn,
        PartialDate claimed,
        @Nullable String summary,
        @Nullable SourceReference source,
        @Nullable Sealed sealed,
        long position,
        LocalDate recordedOn,
        List<Dispute> disputes,
        List<DatedFact> upheld,
        List<DatedFact> withdrawals)
        implements FiledRecord {

    /** What is claimed. */
    public enum Kind {
        EXEMPTION,
        SCOPE
    }

    public Claim {
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

    @Override
    public @Nullable Unchanged unchanged() {
        return disputes.isEmpty() && upheld.isEmpty() && withdrawals.isEmpty()
                ? new Unchanged(
                        readAt(claimed.lastDay()),
                        claimed.lastEpochDay(),
                        effectiveOn == null ? claimed.lastEpochDay() : effectiveOn.lastEpochDay())
                : null;
    }

    @Override
    public Timeline timeline() {
        IntStream turns = IntStream.concat(
                IntStream.of(claimed.lastEpochDay()),
                disputes.stream().mapToInt(dispute -> dispute.disputed().lastEpochDay()));
        return Timeline.of(
                IntStream.concat(turns, IntStream.concat(Timeline.turns(upheld), Timeline.turns(withdrawals))),
                day -> isInView(LocalDate.MAX, day) ? Optional.of(readAt(day)) : Optional.empty(),
                reading -> (int) reading.effectiveDay().toEpochDay());
    }

    /** Claimed and not withdrawn by {@code knownOn}, and effective by {@code effectiveOn} (section 4, "In view"). */
    public boolean isInView(LocalDate effectiveOn, LocalDate knownOn) {
        DatedFact withdrawn = FiledRecord.last(withdrawals);
        return Days.isBy(claimed, knownOn)
                && (withdrawn == null || !Days.isBy(withdrawn.on(), knownOn))
                && Days.isBy(effectiveDay(), effectiveOn);
    }

    public LocalDate effectiveDay() {
        return effectiveOn == null ? claimed.lastDay() : effectiveOn.lastDay();
    }

    public ClaimReading readAt(LocalDate knownOn) {
        return new ClaimReading(
                id,
                kind == Kind.EXEMPTION,
                ground,
                isProtected,
                count,
                banded,
                effectiveDay(),
                claimed,
                disputes.stream().anyMatch(dispute -> Days.isBy(dispute.disputed(), knownOn)),
                upheld.stream().anyMatch(told -> Days.isBy(told.on(), knownOn)),
                summary,
                source,
                sealed,
                position,
                recordedOn);
    }

    /** Without what tells of a protected status. */
    public Claim withoutGround() {
        return new Claim(
                id,
                kind,
                null,
                isProtected,
                count,
                banded,
                effectiveOn,
                claimed,
                null,
                null,
                null,
                position,
                recordedOn,
                disputes,
                upheld,
                withdrawals);
    }

    /** Its count, or the band of it, and its days: neither ground nor words, nor whether the ground is a protected one. */
    public Claim counted(boolean asBand) {
        return new Claim(
                id,
                kind,
                null,
                false,
                asBand ? null : count,
                asBand,
                effectiveOn,
                claimed,
                null,
                null,
                null,
                position,
                recordedOn,
                disputes.stream()
                        .map(dispute -> new Dispute(dispute.by(), dispute.disputed(), null, dispute.position()))
                        .toList(),
                upheld,
                withdrawals);
    }

    public Claim dispute(Dispute dispute) {
        return with(FiledRecord.and(disputes, dispute), upheld, withdrawals);
    }

    public Claim uphold(DatedFact day) {
        return with(disputes, FiledRecord.and(upheld, day), withdrawals);
    }

    public Claim withdraw(DatedFact day) {
        return with(disputes, upheld, FiledRecord.and(withdrawals, day));
    }

    private Claim with(List<Dispute> newDisputes, List<DatedFact> newUpheld, List<DatedFact> newWithdrawals) {
        return new Claim(
                id,
                kind,
                ground,
                isProtected,
                count,
                banded,
                effectiveOn,
                claimed,
                summary,
                source,
                sealed,
                position,
                recordedOn,
                newDisputes,
                newUpheld,
                newWithdrawals);
    }
}
