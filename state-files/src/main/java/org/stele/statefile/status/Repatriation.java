package org.stele.statefile.status;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.stele.events.BaselineBasis;
import org.stele.events.PersonsCount;
import org.stele.statefile.AttestationReading;
import org.stele.statefile.inview.AsOf;
import org.stele.statefile.inview.InView;
import org.stele.statefile.inview.RemainingFigure;

/**
 * The status of the duty to repatriate, with the figures shown beside it: the latest stated ones, never sums (4.3).
 *
 * @param baselineCount null where none is stated
 * @param baselineBasis of the baseline count, or the latest stated one where no count is
 * @param repatriatedCount null where none is stated
 * @param remaining null where none is stated
 * @param outstandingCount the remaining count less the exempt; null without a remaining figure
 * @param exemptCount null where it is withheld
 * @param disputedCount null where it is withheld
 * @param derived which of it others may have worked out
 */
public record Repatriation(
        RepatriationStatus status,
        @Nullable PersonsCount baselineCount,
        @Nullable BaselineBasis baselineBasis,
        @Nullable PersonsCount repatriatedCount,
        @Nullable RemainingFigure remaining,
        @Nullable Long exemptCount,
        @Nullable Long disputedCount,
        @Nullable Long outstandingCount,
        Set<Derived> derived) {

    public Repatriation {
        derived = Set.copyOf(derived);
    }

    /** Nothing may be concluded from what is left: neither a status nor a figure (4.8). */
    private static final Repatriation WITHHELD =
            new Repatriation(RepatriationStatus.WITHHELD, null, null, null, null, null, null, null, Set.of());

    static Repatriation of(InView inView, AsOf cut) {
        if (inView.isWithheldInPart()) {
            return WITHHELD;
        }
        Latest stated = new Latest(inView.attestations(), AttestationReading.ORDER_OF_FIGURES);
        AttestationReading withBaseline = stated.of(reading -> reading.baselineCount() != null);
        AttestationReading withBasis =
                withBaseline != null ? withBaseline : stated.of(reading -> reading.baselineBasis() != null);
        AttestationReading withRepatriated =
                stated.of(reading -> reading.repatriated() != AttestationReading.NOT_STATED);
        List<RemainingFigure> remaining = RemainingFigure.in(inView, cut.effectiveOn());
        ClaimTotals claims = ClaimTotals.of(inView.claims());
        RemainingFigure latest = RemainingFigure.latest(remaining);
        RepatriationStatus status = RepatriationRules.status(inView, cut, remaining, claims);
        Set<Derived> derived = EnumSet.noneOf(Derived.class);
        add(derived, Derived.BASELINE, withBaseline);
        add(derived, Derived.REPATRIATED, withRepatriated);
        add(derived, Derived.REMAINING, latest == null ? null : latest.attestation());
        RepatriationRules.restsOn(status, remaining).forEach(one -> add(derived, Derived.STATUS, one));
        return new Repatriation(
                status,
                withBaseline == null ? null : withBaseline.baselineCount(),
                withBasis == null ? null : withBasis.baselineBasis(),
                withRepatriated == null ? null : withRepatriated.workers().repatriated(),
                latest,
                claims.exempt(),
                claims.disputed(),
                latest == null ? null : RepatriationRules.outstanding(latest, claims),
                derived);
    }

    private static void add(Set<Derived> derived, Derived what, @Nullable AttestationReading from) {
        if (from != null && from.content().figuresDerived()) {
            derived.add(what);
        }
    }

    /** Finds the latest attestation that states a value, in one pass. */
    private record Latest(List<AttestationReading> attestations, Comparator<AttestationReading> order) {

        @Nullable
        AttestationReading of(Predicate<AttestationReading> which) {
            AttestationReading latest = null;
            for (AttestationReading attestation : attestations) {
                if (which.test(attestation) && (latest == null || order.compare(attestation, latest) > 0)) {
                    latest = attestation;
                }
            }
            return latest;
        }
    }
}
