package org.stele.statefile.discrepancy;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stele.events.Baseline;
import org.stele.events.BaselineBasis;
import org.stele.events.ObligationId;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCategory;
import org.stele.events.PersonsCount;
import org.stele.events.discrepancies.DiscrepancyCode;
import org.stele.statefile.AttestationReading;
import org.stele.statefile.BaselineVersion;
import org.stele.statefile.Days;
import org.stele.statefile.discrepancy.Discrepancy.Filing;

/** The rules of 4.5 about what reports and baselines state. */
final class ReportRules {

    static final LocalDate ADOPTED_ON = requireNonNull(ObligationId.REPAT.opensOn());

    private final Evaluation evaluation;

    ReportRules(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    void find() {
        evaluation.inView().attestations().forEach(this::sumDiffers);
        baselinesDiffer();
        evaluation.flows().forEach(this::noticesExceedReport);
    }

    private void sumDiffers(AttestationReading attestation) {
        PersonsCount baseline = attestation.baselineCount();
        PersonsCount repatriated = attestation.workers().repatriated();
        Stock stock = evaluation.stocks().of(attestation);
        if (baseline == null
                || repatriated == null
                || stock == null
                || !isMeasurable(attestation.baselineBasis())
                || (attestation.content().periodTo() != null && !stock.day().equals(attestation.effectiveDay()))) {
            return;
        }
        LocalDate from = Flow.periodFrom(attestation);
        LocalDate to = attestation.effectiveDay();
        long elsewhere = from == null ? 0 : evaluation.departedElsewhere().sum(from, to);
        long arrived = from == null ? 0 : evaluation.arrivals().within(from, to);
        if (stock.count() != baseline.value() - repatriated.value() - elsewhere + arrived) {
            evaluation.found(new Finding(
                    DiscrepancyCode.SUM_DIFFERS,
                    stock.filing(),
                    stock.filing(),
                    Map.of(
                            "baseline", (long) baseline.value(),
                            "repatriated", (long) repatriated.value(),
                            "elsewhere", elsewhere,
                            "arrivals", arrived,
                            "remaining", (long) stock.count())));
        }
    }

    private static boolean isMeasurable(@Nullable BaselineBasis basis) {
        return basis == BaselineBasis.PERSONS || basis == BaselineBasis.PERMITS;
    }

    private record Point(BaselineBasis basis, LocalDate day) {}

    private record Stated(Filing filing, int count) {}

    private void baselinesDiffer() {
        Map<Point, List<Stated>> points = new HashMap<>();
        for (AttestationReading attestation : evaluation.inView().attestations()) {
            Baseline baseline = attestation.workers().baseline();
            if (baseline != null) {
                add(points, baseline, day(attestation), Finding.filing(attestation));
            }
        }
        for (BaselineVersion declared : evaluation.inView().baselines()) {
            if (declared.category() == PersonsCategory.WORKER) {
                add(
                        points,
                        declared.baseline(),
                        declared.asOf().firstDay(),
                        new Filing(declared.id(), declared.filedAt()));
            }
        }
        points.values().forEach(this::pairs);
    }

    private static void add(Map<Point, List<Stated>> points, Baseline baseline, LocalDate day, Filing filing) {
        PersonsCount count = baseline.count();
        BaselineBasis basis = baseline.basis();
        if (count != null && basis != null && isMeasurable(basis)) {
            points.computeIfAbsent(new Point(basis, day), _ -> new ArrayList<>())
                    .add(new Stated(filing, count.value()));
        }
    }

    private static LocalDate day(AttestationReading attestation) {
        PartialDate from = attestation.content().periodFrom();
        return from != null ? from.firstDay() : Days.earlier(ADOPTED_ON, attestation.effectiveDay());
    }

    private void pairs(List<Stated> stated) {
        for (int i = 0; i < stated.size(); i++) {
            for (int j = i + 1; j < stated.size(); j++) {
                Stated one = stated.get(i);
                Stated other = stated.get(j);
                if (one.count() != other.count()) {
                    evaluation.found(Finding.inOrder(
                            DiscrepancyCode.BASELINES_DIFFER,
                            one.filing(),
                            one.count(),
                            other.filing(),
                            other.count()));
                }
            }
        }
    }

    private void noticesExceedReport(Flow flow) {
        long notices = evaluation.repatriated().sum(flow.from(), flow.to());
        if (notices > flow.count()) {
            Filing filing = Finding.filing(flow.attestation());
            evaluation.found(new Finding(
                    DiscrepancyCode.NOTICES_EXCEED_REPORT,
                    filing,
                    filing,
                    Map.of("flow", (long) flow.count(), "notices", notices)));
        }
    }
}
