package org.stele.statefile.status;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stele.events.BaselineBasis;
import org.stele.events.ObligationId;
import org.stele.events.PartialDate;
import org.stele.statefile.AttestationReading;
import org.stele.statefile.AttestationTrait;
import org.stele.statefile.ClaimReading;
import org.stele.statefile.Days;
import org.stele.statefile.Evidence;
import org.stele.statefile.discrepancy.Discrepancies;
import org.stele.statefile.inview.InView;

/** Which flags are set in a view (4.4). */
final class Flags {

    private static final LocalDate PERIOD_FROM = requireNonNull(ObligationId.REPAT.opensOn());
    private static final LocalDate PERIOD_TO = requireNonNull(ObligationId.REP_MID.opensOn());

    /** A year, as 4.4 counts it. */
    private static final int DAYS_OF_A_YEAR = 366;

    private final InView inView;
    private final LocalDate knownOn;
    private final Repatriation repatriation;
    private final HalfRule halfRule;
    private final Discrepancies discrepancies;
    private final @Nullable LocalDate lastEffectiveDay;
    /** The same, with the latest that those of envelopes may be: their periods are not seen. */
    private final @Nullable LocalDate lastPossibleDay;

    private final int traits;

    private Flags(
            InView inView,
            LocalDate knownOn,
            Repatriation repatriation,
            HalfRule halfRule,
            Discrepancies discrepancies) {
        this.inView = inView;
        this.knownOn = knownOn;
        this.repatriation = repatriation;
        this.halfRule = halfRule;
        this.discrepancies = discrepancies;
        AttestationReading last = null;
        AttestationReading lastWhole = null;
        int all = 0;
        for (AttestationReading attestation : inView.attestations()) {
            all |= attestation.traits();
            last = later(last, attestation);
            lastWhole = attestation.isEnveloped() ? lastWhole : later(lastWhole, attestation);
        }
        this.lastEffectiveDay = lastWhole == null ? null : lastWhole.effectiveDay();
        this.lastPossibleDay = last == null ? null : last.effectiveDay();
        this.traits = all;
    }

    private static AttestationReading later(@Nullable AttestationReading one, AttestationReading other) {
        return one == null || other.effectiveEpochDay() > one.effectiveEpochDay() ? other : one;
    }

    static List<Flag> of(
            InView inView,
            LocalDate knownOn,
            Repatriation repatriation,
            HalfRule halfRule,
            Discrepancies discrepancies) {
        Flags flags = new Flags(inView, knownOn, repatriation, halfRule, discrepancies);
        return Stream.of(Flag.values()).filter(flags::isUp).toList();
    }

    private boolean isUp(Flag flag) {
        return switch (flag) {
            case EVIDENCE_ON_RECORD -> !inView.evidence().isEmpty();
            case CONTESTED -> inView.evidence().stream().anyMatch(this::contestsAFiling);
            case LATER_EVIDENCE -> inView.evidence().stream().anyMatch(this::contestsNoFiling);
            case SCOPE_CLAIMED -> anyClaim(claim -> !claim.isExemption());
            case EXEMPTION_CLAIMED -> anyClaim(ClaimReading::isExemption);
            case CLAIM_COUNT_UNKNOWN -> anyClaim(claim -> claim.count() == null && !claim.banded());
            case TEXT_WITHHELD ->
                any(AttestationTrait.PERHAPS_WITHHELD)
                        && inView.attestations().stream()
                                .filter(attestation -> attestation.is(AttestationTrait.PERHAPS_WITHHELD))
                                .anyMatch(attestation -> attestation.isTextWithheldBy(knownOn));
            case NO_FIGURES ->
                !inView.attestations().isEmpty()
                        && !any(AttestationTrait.STATES_COUNT)
                        && !any(AttestationTrait.ENVELOPED);
            case BASELINE_NOT_DISCLOSED ->
                any(AttestationTrait.BASELINE_NOT_DISCLOSED)
                        || inView.baselines().stream()
                                .anyMatch(declared -> declared.baseline().basis() == BaselineBasis.NOT_DISCLOSED);
            case FIGURE_DERIVED -> any(AttestationTrait.DERIVED);
            case PERIOD_MISMATCH -> isPeriodMismatched();
            case AT_RISK -> isAtRisk();
            case AMENDED -> any(AttestationTrait.AMENDED);
            case BACKFILLED -> isBackfilled();
            case DATE_UNCERTAIN -> isDateUncertain();
            case NIL_WITH_LIMITS -> any(AttestationTrait.NIL_WITH_LIMITS);
            case OTHER_FILING_ON_RECORD -> any(AttestationTrait.TO_NO_OBLIGATION);
            case SECOND_FILING -> isSecond(ObligationId.REP_MID) || isSecond(ObligationId.REP_FIN);
            case DISCREPANCY_OPEN -> discrepancies.isAnyOpen();
        };
    }

    private boolean any(AttestationTrait trait) {
        return trait.isAmong(traits);
    }

    private boolean anyClaim(Predicate<ClaimReading> which) {
        return inView.claims().stream().anyMatch(which);
    }

    /** 4.4: recorded on a later New York date than received.to; only of what States file. An envelope does not tell (4.8). */
    private boolean isBackfilled() {
        return any(AttestationTrait.BACKFILLED)
                || inView.notices().stream().anyMatch(n -> Days.isBackfilled(n.recordedOn(), n.received()))
                || inView.baselines().stream().anyMatch(b -> Days.isBackfilled(b.recordedOn(), b.received()));
    }

    /** 4.4: a received or period_to interval longer than a day; only of what States file. */
    private boolean isDateUncertain() {
        return any(AttestationTrait.DATE_UNCERTAIN)
                || inView.notices().stream()
                        .anyMatch(notice -> !notice.received().isExact())
                || inView.baselines().stream()
                        .anyMatch(baseline -> !baseline.received().isExact());
    }

    /** 4.4: marked as contesting, and an attestation's effective day is at most a year before it, or later. */
    private boolean contestsAFiling(Evidence evidence) {
        return evidence.contests() && reaches(lastEffectiveDay, evidence);
    }

    /** 4.4: marked as contesting, but every attestation is more than a year older. */
    private boolean contestsNoFiling(Evidence evidence) {
        return evidence.contests() && lastPossibleDay != null && !reaches(lastPossibleDay, evidence);
    }

    private static boolean reaches(@Nullable LocalDate day, Evidence evidence) {
        return day != null && !day.isBefore(evidence.asOf().firstDay().minusDays(DAYS_OF_A_YEAR));
    }

    private boolean isSecond(ObligationId obligation) {
        return inView.attestations().stream()
                        .filter(attestation -> attestation.obligation() == obligation)
                        .limit(2)
                        .count()
                == 2;
    }

    /** 4.4: the REP-MID of 4.2 states both ends and they are not 2017-12-22 and 2018-12-22. */
    private boolean isPeriodMismatched() {
        AttestationReading midterm = halfRule.midterm();
        if (midterm == null) {
            return false;
        }
        PartialDate from = midterm.content().periodFrom();
        PartialDate to = midterm.content().periodTo();
        return from != null && to != null && !(isDay(from, PERIOD_FROM) && isDay(to, PERIOD_TO));
    }

    private static boolean isDay(PartialDate date, LocalDate day) {
        return date.firstDay().equals(day) && date.lastDay().equals(day);
    }

    /** 4.4: IN_PROGRESS and half rule EXPLAINED or UNEXPLAINED. */
    private boolean isAtRisk() {
        return repatriation.status() == RepatriationStatus.IN_PROGRESS
                && (halfRule.status() == HalfRuleStatus.EXPLAINED || halfRule.status() == HalfRuleStatus.UNEXPLAINED);
    }
}
