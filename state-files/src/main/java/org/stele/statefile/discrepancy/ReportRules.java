package org.stele.statefile.discrepancy;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.stele.statefile.discrepancy.Discrepancy.Filing;

/** The rules of 4.5 about what reports and baselines state. */
final class ReportRules {

    static final LocalDate ADOPTED_ON = requireNonNull(ObligationId.REPAT.opensOn());

    private static final int NO_POINT = Integer.MIN_VALUE;

    private final Evaluation evaluation;

    ReportRules(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    void find() {
        evaluation.each(evaluation.inView()::attestations, this::sumDiffers);
        if (!evaluation.isDone()) {
            baselinesDiffer();
        }
        evaluation.each(evaluation::flows, this::noticesExceedReport);
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

    private record Stated(Filing filing, int count) {}

    /** Most points have one count, however many filings state it: those that have two are found by numbers alone. */
    private void baselinesDiffer() {
        Set<Integer> differing = pointsThatDiffer();
        if (differing.isEmpty()) {
            return;
        }
        Map<Integer, List<Stated>> points = new HashMap<>();
        for (AttestationReading attestation : evaluation.inView().attestations()) {
            Baseline baseline = baseline(attestation);
            int point = point(baseline, day(attestation));
            if (baseline != null && differing.contains(point)) {
                add(points, point, baseline, Finding.filing(attestation));
            }
        }
        for (BaselineVersion declared : evaluation.inView().baselines()) {
            Baseline baseline = baseline(declared);
            int point = point(baseline, declared.asOf().firstEpochDay());
            if (baseline != null && differing.contains(point)) {
                add(points, point, baseline, new Filing(declared.id(), declared.filedAt()));
            }
        }
        evaluation.each(points::values, this::pairs);
    }

    private static void add(Map<Integer, List<Stated>> points, int point, Baseline baseline, Filing filing) {
        points.computeIfAbsent(point, _ -> new ArrayList<>()).add(new Stated(filing, count(baseline)));
    }

    /** The points for which filings state two counts. */
    private Set<Integer> pointsThatDiffer() {
        List<AttestationReading> attestations = evaluation.inView().attestations();
        List<BaselineVersion> declared = evaluation.inView().baselines();
        long[] stated = new long[attestations.size() + declared.size()];
        int count = 0;
        for (AttestationReading attestation : attestations) {
            Baseline baseline = baseline(attestation);
            int point = point(baseline, day(attestation));
            if (baseline != null && point != NO_POINT) {
                stated[count++] = PackedDays.of(point, count(baseline));
            }
        }
        for (BaselineVersion one : declared) {
            Baseline baseline = baseline(one);
            int point = point(baseline, one.asOf().firstEpochDay());
            if (baseline != null && point != NO_POINT) {
                stated[count++] = PackedDays.of(point, count(baseline));
            }
        }
        Arrays.sort(stated, 0, count);
        Set<Integer> differing = new HashSet<>();
        for (int i = 1; i < count; i++) {
            if (PackedDays.day(stated[i]) == PackedDays.day(stated[i - 1]) && stated[i] != stated[i - 1]) {
                differing.add(PackedDays.day(stated[i]));
            }
        }
        return differing;
    }

    private static @Nullable Baseline baseline(AttestationReading attestation) {
        return attestation.is(AttestationTrait.STATES_BASELINE)
                ? attestation.workers().baseline()
                : null;
    }

    private static @Nullable Baseline baseline(BaselineVersion declared) {
        return declared.category() == PersonsCategory.WORKER ? declared.baseline() : null;
    }

    /** A day and one of the two bases that are compared, as one number; {@link #NO_POINT} where nothing is to be compared. */
    private static int point(@Nullable Baseline baseline, int day) {
        if (baseline == null || baseline.count() == null || !isMeasurable(baseline.basis())) {
            return NO_POINT;
        }
        return 2 * day + (baseline.basis() == BaselineBasis.PERSONS ? 0 : 1);
    }

    private static int count(Baseline baseline) {
        return requireNonNull(baseline.count()).value();
    }

    private static int day(AttestationReading attestation) {
        PartialDate from = attestation.content().periodFrom();
        return from != null
                ? from.firstEpochDay()
                : Math.min((int) ADOPTED_ON.toEpochDay(), attestation.effectiveEpochDay());
    }

    /** Those of one count are one group, so that thousands that agree cost no pair. */
    private void pairs(List<Stated> stated) {
        Map<Integer, List<Stated>> byCount = new LinkedHashMap<>();
        stated.forEach(one ->
                byCount.computeIfAbsent(one.count(), _ -> new ArrayList<>()).add(one));
        List<List<Stated>> groups = List.copyOf(byCount.values());
        for (int i = 0; i < groups.size(); i++) {
            int here = i;
            for (List<Stated> others : groups.subList(i + 1, groups.size())) {
                evaluation.each(
                        () -> groups.get(here), one -> evaluation.each(() -> others, other -> differ(one, other)));
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
