package org.stele.statefile.discrepancy;

import java.util.List;
import java.util.Map;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCount;
import org.stele.events.discrepancies.DiscrepancyCode;
import org.stele.events.evidence.EvidenceMeasure;
import org.stele.statefile.AttestationReading;
import org.stele.statefile.AttestationTrait;
import org.stele.statefile.Evidence;

/** The rules of 4.5 about reports and what others say. A third party's evidence alters no figure (P5). */
final class EvidenceRules {

    private static final int ADOPTED_ON = (int) ReportRules.ADOPTED_ON.toEpochDay();
    private static final int DAYS_FROM_BASELINE = 183;
    private static final int DAYS_FROM_STOCK = 92;
    private static final int LEAST_DIFFERENCE = 5;

    private final Evaluation evaluation;
    private final Once<Intervals> reported = new Once<>(this::reportedIntervals);
    private final Once<List<AttestationReading>> asserting = new Once<>(this::assertingMoreThanHalf);

    EvidenceRules(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    private List<AttestationReading> assertingMoreThanHalf() {
        return evaluation.inView().attestations().stream()
                .filter(attestation -> attestation.is(AttestationTrait.ASSERTS_MORE_THAN_HALF)
                        && attestation.repatriated() != AttestationReading.NOT_STATED
                        && attestation.baselineCount() == null)
                .toList();
    }

    private Intervals reportedIntervals() {
        List<AttestationReading> attestations = evaluation.inView().attestations();
        Intervals intervals = new Intervals(attestations.size());
        for (AttestationReading attestation : attestations) {
            if (attestation.repatriated() > 0) {
                intervals.add(begin(attestation), attestation.effectiveEpochDay());
            }
        }
        return intervals;
    }

    private static int begin(AttestationReading attestation) {
        PartialDate from = attestation.content().periodFrom();
        return from == null ? ADOPTED_ON : from.firstEpochDay();
    }

    void find() {
        evaluation.each(evaluation.inView()::evidence, this::find);
    }

    private void find(Evidence evidence) {
        PersonsCount figure = evidence.figure();
        if (figure == null || evidence.measure() == null) {
            return;
        }
        if (evidence.measure() == EvidenceMeasure.PRESENT) {
            evaluation.each(asserting, attestation -> moreThanHalfDoubted(attestation, evidence, figure.value()));
            evidenceAgainstZero(evidence, figure.value());
            evidenceDiffers(evidence, figure.value());
        } else {
            departuresElsewhere(evidence, figure.value());
        }
    }

    private void moreThanHalfDoubted(AttestationReading attestation, Evidence evidence, int figure) {
        long repatriated = attestation.repatriated();
        int days = Math.abs(begin(attestation) - evidence.asOf().lastEpochDay());
        if (days <= DAYS_FROM_BASELINE && 2 * repatriated < figure) {
            evaluation.found(new Finding(
                    DiscrepancyCode.MORE_THAN_HALF_DOUBTED,
                    Finding.filing(attestation),
                    Finding.filing(evidence),
                    Map.of("repatriated", repatriated, "figure", (long) figure)));
        }
    }

    private void evidenceAgainstZero(Evidence evidence, int figure) {
        Stock zero = evaluation.stocks().zeroBy(evidence.asOf().firstEpochDay());
        if (zero == null) {
            return;
        }
        long arrived = evaluation.arrivals().between(zero.day(), evidence.asOf().lastEpochDay());
        if (figure > arrived) {
            evaluation.found(new Finding(
                    DiscrepancyCode.EVIDENCE_AGAINST_ZERO,
                    zero.filing(),
                    Finding.filing(evidence),
                    Map.of("zero", 0L, "figure", (long) figure, "arrivals", arrived)));
        }
    }

    private void departuresElsewhere(Evidence evidence, int figure) {
        int from = evidence.asOf().firstEpochDay();
        int to = evidence.asOf().lastEpochDay();
        if (figure > 0
                && from >= ADOPTED_ON
                && !reported.get().overlaps(from, to)
                && !evaluation.noticed().overlaps(from, to)) {
            evaluation.found(new Finding(
                    DiscrepancyCode.DEPARTURES_ELSEWHERE, Finding.filing(evidence), null, Map.of("figure", (long)
                            figure)));
        }
    }

    private void evidenceDiffers(Evidence evidence, int figure) {
        int from = evidence.asOf().firstEpochDay();
        int to = evidence.asOf().lastEpochDay();
        Stock before = evaluation.stocks().lastBy(from);
        if (before != null && from - before.day() <= DAYS_FROM_STOCK) {
            long arrived = evaluation.arrivals().between(before.day(), to);
            evidenceDiffers(before, evidence, figure, arrived, (long) figure - before.count() - arrived);
        }
        Stock after = evaluation.stocks().firstFrom(to);
        if (after != null && after.day() - to <= DAYS_FROM_STOCK) {
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
