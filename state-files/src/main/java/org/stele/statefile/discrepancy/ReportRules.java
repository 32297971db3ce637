package org.stele.statefile.discrepancy;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
import org.stele.statefile.AttestationTrait;
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
        int repatriated = attestation.repatriated();
        if (baseline == null
                || repatriated == AttestationReading.NOT_STATED
                || !isMeasurable(attestation.baselineBasis())) {
            return;
        }
        Stock stock = Stocks.of(attestation, evaluation.effectiveOn());
        int to = attestation.effectiveEpochDay();
        if (stock == null || (attestation.content().periodTo() != null && stock.day() != to)) {
            return;
        }
        boolean hasPeriod = attestation.is(AttestationTrait.HAS_PERIOD);
        int from = hasPeriod ? Flow.periodFrom(attestation) : to;
        long elsewhere = hasPeriod ? evaluation.departedElsewhere().sum(from, to) : 0;
        long arrived = hasPeriod ? evaluation.arrivals().within(from, to) : 0;
        if (stock.count() != baseline.value() - repatriated - elsewhere + arrived) {
            evaluation.found(new Finding(
                    DiscrepancyCode.SUM_DIFFERS,
                    stock.filing(),
                    stock.filing(),
                    Map.of(
                            "baseline", (long) baseline.value(),
                            "repatriated", (long) repatriated,
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
            Baseline baseline = attestation.is(AttestationTrait.STATES_BASELINE)
                    ? attestation.workers().baseline()
                    : null;
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

    /** Those of one count are one group, so that thousands that agree cost no pair. */
    private void pairs(List<Stated> stated) {
        Map<Integer, List<Stated>> byCount = new LinkedHashMap<>();
        stated.forEach(one ->
                byCount.computeIfAbsent(one.count(), _ -> new ArrayList<>()).add(one));
        List<List<Stated>> groups = List.copyOf(byCount.values());
        for (int i = 0; i < groups.size(); i++) {
            for (List<Stated> others : groups.subList(i + 1, groups.size())) {
                groups.get(i).forEach(one -> others.forEach(other -> differ(one, other)));
            }
        }
    }

    private void differ(Stated one, Stated other) {
        evaluation.found(Finding.inOrder(
                DiscrepancyCode.BASELINES_DIFFER, one.filing(), one.count(), other.filing(), other.count()));
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
