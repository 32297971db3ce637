package org.stele.query.statefile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCount;
import org.stele.events.SourceReference;

/**
 * One claim of an exception or of being out of scope, with what became of it.
 *
 * @param ground the name of the ground; grounds of protected status are for the filing State and the custodian only
 * @param upheld the days on which the Committee upheld it
 * @param withdrawn when the Committee learnt of its withdrawal; null while it stands
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
        List<PartialDate> upheld,
        @Nullable PartialDate withdrawn) {

    /** What is claimed. */
    enum Kind {
        EXEMPTION,
        SCOPE
    }

    Claim {
        disputes = List.copyOf(disputes);
        upheld = List.copyOf(upheld);
    }

    /** Claimed and not withdrawn by {@code knownOn}, and effective by {@code effectiveOn} (section 4, "In view"). */
    boolean isInView(LocalDate effectiveOn, LocalDate knownOn) {
        return Days.isBy(claimed, knownOn)
                && (withdrawn == null || !Days.isBy(withdrawn, knownOn))
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
                upheld.stream().anyMatch(day -> Days.isBy(day, knownOn)),
                summary,
                source,
                position,
                recordedOn);
    }

    Claim dispute(Dispute dispute) {
        List<Dispute> all = new ArrayList<>(disputes);
        all.add(dispute);
        return with(all, upheld, withdrawn);
    }

    Claim uphold(PartialDate day) {
        List<PartialDate> all = new ArrayList<>(upheld);
        all.add(day);
        return with(disputes, all, withdrawn);
    }

    Claim withdraw(PartialDate day) {
        return with(disputes, upheld, day);
    }

    private Claim with(List<Dispute> newDisputes, List<PartialDate> newUpheld, @Nullable PartialDate newWithdrawn) {
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
                newWithdrawn);
    }
}
