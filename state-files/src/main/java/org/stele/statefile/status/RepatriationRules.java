package org.stele.statefile.status;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.events.ObligationId;
import org.stele.events.PersonsCount;
import org.stele.statefile.AttestationReading;
import org.stele.statefile.AttestationTrait;
import org.stele.statefile.Days;
import org.stele.statefile.inview.AsOf;
import org.stele.statefile.inview.InView;
import org.stele.statefile.inview.RemainingFigure;

/** The ten rules of 4.3; the first that fits gives the status. */
final class RepatriationRules {

    private static final LocalDate OPENS_ON = requireNonNull(ObligationId.REPAT.opensOn());
    private static final LocalDate DUE_ON = requireNonNull(ObligationId.REPAT.dueOn());

    private RepatriationRules() {}

    static RepatriationStatus status(InView inView, AsOf cut, List<RemainingFigure> remaining, ClaimTotals claims) {
        if (cut.day().isBefore(OPENS_ON)) {
            return RepatriationStatus.NOT_YET_OPEN; // rule 1
        }
        if (inView.isSilent()) {
            return RepatriationStatus.NO_INFORMATION; // rule 2
        }
        RemainingFigure latest = RemainingFigure.latest(remaining);
        if (latest == null) {
            return RepatriationStatus.INDETERMINATE; // rule 3
        }
        long outstanding = outstanding(latest, claims);
        if (outstanding == 0) {
            return isNil(inView) ? RepatriationStatus.NIL_REPORTED : complete(remaining, claims); // rules 4 and 5
        }
        if (Days.isBy(cut.day(), DUE_ON)) {
            return RepatriationStatus.IN_PROGRESS; // rule 6
        }
        if (latest.effectiveOn().isBefore(DUE_ON)) {
            return RepatriationStatus.NOT_REPORTED_COMPLETE; // rule 7
        }
        if (outstanding <= claims.disputed()) {
            return RepatriationStatus.CLAIM_DISPUTED; // rule 8
        }
        return inView.attestations().stream()
                        .filter(AttestationReading::isOfParagraph8)
                        .anyMatch(AttestationReading::isExplained)
                ? RepatriationStatus.INCOMPLETE_EXPLAINED // rule 9
                : RepatriationStatus.INCOMPLETE_UNEXPLAINED; // rule 10
    }

    /** The attestations whose figures decided the status; none where no figure decides. */
    static List<AttestationReading> restsOn(RepatriationStatus status, List<RemainingFigure> remaining) {
        RemainingFigure latest = RemainingFigure.latest(remaining);
        return switch (status) {
            case NOT_YET_OPEN, NO_INFORMATION, INDETERMINATE, WITHHELD -> List.of();
            case NIL_REPORTED,
                    IN_PROGRESS,
                    NOT_REPORTED_COMPLETE,
                    CLAIM_DISPUTED,
                    INCOMPLETE_EXPLAINED,
                    INCOMPLETE_UNEXPLAINED -> latest == null ? List.of() : List.of(latest.attestation());
            case REPORTED_COMPLETE_ON_TIME, REPORTED_COMPLETE_LATE, REPORTED_COMPLETE_UNDATED ->
                latest == null
                        ? List.of()
                        : List.of(
                                latest.attestation(),
                                RemainingFigure.firstOfLastZeros(remaining).attestation());
        };
    }

    /** outstanding = max(0, remaining - exempt). */
    static long outstanding(RemainingFigure remaining, ClaimTotals claims) {
        return Math.max(0, remaining.count() - claims.exempt());
    }

    /** Rule 4, without the outstanding count. */
    private static boolean isNil(InView inView) {
        return inView.attestations().stream().anyMatch(attestation -> attestation.is(AttestationTrait.DECLARES_NIL))
                && inView.attestations().stream()
                        .noneMatch(attestation ->
                                isPositive(attestation.baselineCount()) || attestation.repatriated() > 0);
    }

    /** Rule 5: when the outstanding count became zero, as far as it is known. */
    private static RepatriationStatus complete(List<RemainingFigure> remaining, ClaimTotals claims) {
        RemainingFigure first = RemainingFigure.firstOfLastZeros(remaining);
        boolean byClaims = first.count() > 0;
        LocalDate earliest = byClaims ? claims.laterFirstDay(first.earliestDay()) : first.earliestDay();
        LocalDate latest = byClaims ? claims.laterLastDay(first.latestDay()) : first.latestDay();
        if (Days.isBy(latest, DUE_ON)) {
            return RepatriationStatus.REPORTED_COMPLETE_ON_TIME;
        }
        return earliest.isAfter(DUE_ON)
                        && isPositive(first.attestation().workers().repatriated())
                ? RepatriationStatus.REPORTED_COMPLETE_LATE
                : RepatriationStatus.REPORTED_COMPLETE_UNDATED;
    }

    private static boolean isPositive(@Nullable PersonsCount count) {
        return count != null && count.value() > 0;
    }
}
