package org.stele.query.statefile;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.stele.events.ObligationId;
import org.stele.events.PartialDate;

/** Which flags are set in a view (4.4). */
final class Flags {

    private static final LocalDate PERIOD_FROM = requireNonNull(ObligationId.REPAT.opensOn());
    private static final LocalDate PERIOD_TO = requireNonNull(ObligationId.REP_MID.opensOn());

    private final InView inView;
    private final LocalDate knownOn;
    private final Repatriation repatriation;
    private final HalfRule halfRule;

    private Flags(InView inView, LocalDate knownOn, Repatriation repatriation, HalfRule halfRule) {
        this.inView = inView;
        this.knownOn = knownOn;
        this.repatriation = repatriation;
        this.halfRule = halfRule;
    }

    static List<Flag> of(InView inView, LocalDate knownOn, Repatriation repatriation, HalfRule halfRule) {
        Flags flags = new Flags(inView, knownOn, repatriation, halfRule);
        return Stream.of(Flag.values()).filter(flags::isUp).toList();
    }

    private boolean isUp(Flag flag) {
        return switch (flag) {
            case EVIDENCE_ON_RECORD -> !inView.evidence().isEmpty();
            case CONTESTED -> isContested();
            case SCOPE_CLAIMED -> anyClaim(claim -> !claim.isExemption());
            case EXEMPTION_CLAIMED -> anyClaim(ClaimReading::isExemption);
            case CLAIM_COUNT_UNKNOWN -> anyClaim(claim -> claim.count() == null);
            case TEXT_WITHHELD -> any(attestation -> attestation.isTextWithheldBy(knownOn));
            case NO_FIGURES -> !inView.attestations().isEmpty() && !any(AttestationReading::statesCount);
            case BASELINE_NOT_DISCLOSED -> any(AttestationReading::isBaselineNotDisclosed);
            case FIGURE_DERIVED -> any(attestation -> attestation.content().figuresDerived());
            case PERIOD_MISMATCH -> isPeriodMismatched();
            case AT_RISK -> isAtRisk();
            case AMENDED -> any(attestation -> attestation.version().number() >= 2);
            case BACKFILLED -> isBackfilled();
            case DATE_UNCERTAIN -> isDateUncertain();
            case NIL_WITH_LIMITS -> any(AttestationReading::isNilWithLimits);
            case OTHER_FILING_ON_RECORD -> any(attestation -> attestation.obligation() == ObligationId.OTHER);
        };
    }

    private boolean any(Predicate<AttestationReading> which) {
        return inView.attestations().stream().anyMatch(which);
    }

    private boolean anyClaim(Predicate<ClaimReading> which) {
        return inView.claims().stream().anyMatch(which);
    }

    /** 4.4: recorded on a later New York date than received.to; only of what States file. */
    private boolean isBackfilled() {
        return any(attestation -> attestation.version().isBackfilled())
                || inView.notices().stream().anyMatch(n -> Days.isBackfilled(n.recordedOn(), n.received()))
                || inView.baselines().stream().anyMatch(b -> Days.isBackfilled(b.recordedOn(), b.received()));
    }

    /** 4.4: a received or period_to interval longer than a day; only of what States file. */
    private boolean isDateUncertain() {
        return any(AttestationReading::isDateUncertain)
                || inView.notices().stream()
                        .anyMatch(notice -> !notice.received().isExact())
                || inView.baselines().stream()
                        .anyMatch(baseline -> !baseline.received().isExact());
    }

    /** 4.4: evidence marked as contesting, and an attestation to contest. */
    private boolean isContested() {
        return !inView.attestations().isEmpty() && inView.evidence().stream().anyMatch(Evidence::contests);
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
