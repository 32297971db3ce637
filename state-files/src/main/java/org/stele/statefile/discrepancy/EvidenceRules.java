package org.stele.statefile.discrepancy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCount;
import org.stele.events.discrepancies.DiscrepancyCode;
import org.stele.events.evidence.EvidenceMeasure;
import org.stele.statefile.AttestationReading;
import org.stele.statefile.Evidence;

/** The rules of 4.5 about reports and what others say. A third party's evidence alters no figure (P5). */
final class EvidenceRules {

    private static final int DAYS_FROM_BASELINE = 183;
    private static final int DAYS_FROM_STOCK = 92;
    private static final int LEAST_DIFFERENCE = 5;

    private final Evaluation evaluation;
    private final Intervals reportedDepartures = new Intervals();
    private final List<AttestationReading> asserting;

    EvidenceRules(Evaluation evaluation) {
        this.evaluation = evaluation;
        asserting = evaluation.inView().attestations().stream()
                .filter(attestation -> attestation.content().assertsMoreThanHalf()
                        && attestation.workers().repatriated() != null
                        && attestation.baselineCount() == null)
                .toList();
        evaluation.inView().notices().stream()
                .filter(Movement::isOfWorkers)
                .forEach(notice -> reportedDepartures.add(
                        notice.departed().firstDay(), notice.departed().lastDay()));
        for (AttestationReading attestation : evaluation.inView().attestations()) {
            PersonsCount repatriated = attestation.workers().repatriated();
            if (repatriated != null && repatriated.value() > 0) {
                reportedDepartures.add(begin(attestation), attestation.effectiveDay());
            }
        }
    }

    private static LocalDate begin(AttestationReading attestation) {
        PartialDate from = attestation.content().periodFrom();
        return from == null ? ReportRules.ADOPTED_ON : from.firstDay();
    }

    void find() {
        for (Evidence evidence : evaluation.inView().evidence()) {
            PersonsCount figure = evidence.figure();
            if (figure == null || evidence.measure() == null) {
                continue;
            }
            if (evidence.measure() == EvidenceMeasure.PRESENT) {
                asserting.forEach(attestation -> moreThanHalfDoubted(attestation, evidence, figure.value()));
                evidenceAgainstZero(evidence, figure.value());
                evidenceDiffers(evidence, figure.value());
            } else {
                departuresElsewhere(evidence, figure.value());
            }
        }
    }

    private void moreThanHalfDoubted(AttestationReading attestation, Evidence evidence, int figure) {
        PersonsCount repatriated = attestation.workers().repatriated();
        long days = Math.abs(
                ChronoUnit.DAYS.between(begin(attestation), evidence.asOf().lastDay()));
        if (repatriated != null && days <= DAYS_FROM_BASELINE && 2L * repatriated.value() < figure) {
            evaluation.found(new Finding(
                    DiscrepancyCode.MORE_THAN_HALF_DOUBTED,
                    Finding.filing(attestation),
                    Finding.filing(evidence),
                    Map.of("repatriated", (long) repatriated.value(), "figure", (long) figure)));
        }
    }

    private void evidenceAgainstZero(Evidence evidence, int figure) {
        Stock zero = evaluation.stocks().zeroBy(evidence.asOf().firstDay());
        if (zero == null) {
            return;
        }
        long arrived = evaluation.arrivals().between(zero.day(), evidence.asOf().lastDay());
        if (figure > arrived) {
            evaluation.found(new Finding(
                    DiscrepancyCode.EVIDENCE_AGAINST_ZERO,
                    zero.filing(),
                    Finding.filing(evidence),
                    Map.of("zero", 0L, "figure", (long) figure, "arrivals", arrived)));
        }
    }

    private void departuresElsewhere(Evidence evidence, int figure) {
        LocalDate from = evidence.asOf().firstDay();
        if (figure > 0
                && !from.isBefore(ReportRules.ADOPTED_ON)
                && !reportedDepartures.overlaps(from, evidence.asOf().lastDay())) {
            evaluation.found(new Finding(
                    DiscrepancyCode.DEPARTURES_ELSEWHERE, Finding.filing(evidence), null, Map.of("figure", (long)
                            figure)));
        }
    }

    private void evidenceDiffers(Evidence evidence, int figure) {
        LocalDate from = evidence.asOf().firstDay();
        LocalDate to = evidence.asOf().lastDay();
        Stock before = evaluation.stocks().lastBy(from);
        if (before != null && ChronoUnit.DAYS.between(before.day(), from) <= DAYS_FROM_STOCK) {
            long arrived = evaluation.arrivals().between(before.day(), to);
            evidenceDiffers(before, evidence, figure, arrived, (long) figure - before.count() - arrived);
        }
        Stock after = evaluation.stocks().firstFrom(to);
        if (after != null && ChronoUnit.DAYS.between(to, after.day()) <= DAYS_FROM_STOCK) {
            long arrived = evaluation.arrivals().between(from, after.day());
            evidenceDiffers(after, evidence, figure, arrived, (long) after.count() - figure - arrived);
        }
    }

    private void evidenceDiffers(Stock stock, Evidence evidence, int figure, long arrived, long difference) {
        if (stock.count() > 0 && difference >= LEAST_DIFFERENCE && 10 * difference > Math.max(figure, stock.count())) {
            evaluation.found(new Finding(
                    DiscrepancyCode.EVIDENCE_DIFFERS,
                    stock.filing(),
                    Finding.filing(evidence),
                    Map.of("count", (long) stock.count(), "figure", (long) figure, "arrivals", arrived)));
        }
    }
}
