package org.stele.query.statefile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.events.BaselineBasis;
import org.stele.events.PersonsCount;

/**
 * The status of the duty to repatriate, with the figures shown beside it: the latest stated ones, never sums (4.3).
 *
 * @param baselineCount null where none is stated
 * @param baselineBasis of the baseline count, or the latest stated one where no count is
 * @param repatriatedCount null where none is stated
 * @param remaining null where none is stated
 * @param outstandingCount the remaining count less the exempt; null without a remaining figure
 */
public record Repatriation(
        RepatriationStatus status,
        @Nullable PersonsCount baselineCount,
        @Nullable BaselineBasis baselineBasis,
        @Nullable PersonsCount repatriatedCount,
        @Nullable RemainingFigure remaining,
        long exemptCount,
        long disputedCount,
        @Nullable Long outstandingCount) {

    static Repatriation of(InView inView, Cut cut) {
        List<AttestationReading> latestFirst = inView.attestations().stream()
                .sorted(AttestationReading.orderOfFigures(cut.effectiveOn()).reversed())
                .toList();
        List<RemainingFigure> remaining = RemainingFigure.inOrder(inView, cut.effectiveOn());
        ClaimTotals claims = ClaimTotals.of(inView.claims());
        RemainingFigure latest = RemainingFigure.latest(remaining);
        return new Repatriation(
                RepatriationRules.status(inView, cut, remaining, claims),
                baselineCount(latestFirst),
                baselineBasis(latestFirst),
                repatriatedCount(latestFirst),
                latest,
                claims.exempt(),
                claims.disputed(),
                latest == null ? null : RepatriationRules.outstanding(latest, claims));
    }

    private static @Nullable PersonsCount baselineCount(List<AttestationReading> latestFirst) {
        for (AttestationReading attestation : latestFirst) {
            if (attestation.baselineCount() != null) {
                return attestation.baselineCount();
            }
        }
        return null;
    }

    private static @Nullable BaselineBasis baselineBasis(List<AttestationReading> latestFirst) {
        for (AttestationReading attestation : latestFirst) {
            if (attestation.baselineCount() != null) {
                return attestation.baselineBasis();
            }
        }
        for (AttestationReading attestation : latestFirst) {
            if (attestation.baselineBasis() != null) {
                return attestation.baselineBasis();
            }
        }
        return null;
    }

    private static @Nullable PersonsCount repatriatedCount(List<AttestationReading> latestFirst) {
        for (AttestationReading attestation : latestFirst) {
            if (attestation.workers().repatriated() != null) {
                return attestation.workers().repatriated();
            }
        }
        return null;
    }
}
