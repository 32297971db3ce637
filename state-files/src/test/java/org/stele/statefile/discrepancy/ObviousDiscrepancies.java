package org.stele.statefile.discrepancy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.events.BaselineBasis;
import org.stele.events.FilingId;
import org.stele.events.discrepancies.DiscrepancyCode;
import org.stele.events.evidence.EvidenceMeasure;
import org.stele.events.repatriation.Outcome;
import org.stele.statefile.Evidence;
import org.stele.statefile.StateFile;

/**
 * The rules of 4.5 as their text says them, one loop within another and no index: slow, and easy to compare with the text.
 * TRUE_MATCH_AGAINST_ZERO is not among them.
 */
final class ObviousDiscrepancies {

    private final ObviousView view;
    private final List<String> found = new ArrayList<>();

    private ObviousDiscrepancies(ObviousView view) {
        this.view = view;
    }

    /** A line each, such as {@code COUNT_ROSE <id> <id> arrivals=0 count1=3 count2=7}. */
    static List<String> of(StateFile file, LocalDate effectiveOn, LocalDate knownOn) {
        ObviousDiscrepancies rules = new ObviousDiscrepancies(new ObviousView(file, effectiveOn, knownOn));
        rules.view.reports.forEach(rules::report);
        rules.view.flows().forEach(rules::flow);
        rules.neighbours();
        rules.pairsOfPoints();
        rules.view.notices.forEach(rules::notice);
        rules.view.evidence.forEach(rules::evidence);
        return rules.found;
    }

    private static boolean isMeasurable(@Nullable BaselineBasis basis) {
        return basis == BaselineBasis.PERSONS || basis == BaselineBasis.PERMITS;
    }

    private void found(DiscrepancyCode code, FilingId a, @Nullable FilingId b, String figures, Object... numbers) {
        found.add(code + " " + a + " " + b + " " + figures.formatted(numbers));
    }

    private void report(ObviousView.Report report) {
        var baseline = report.workers().baseline();
        ObviousView.Remaining own = view.stocks.stream()
                .filter(stock -> stock.report() == report)
                .findFirst()
                .orElse(null);
        if (own == null
                || baseline == null
                || baseline.count() == null
                || !isMeasurable(baseline.basis())
                || report.workers().repatriated() == null
                || (report.content().periodTo() != null && !own.day().equals(report.effectiveDay()))) {
            return;
        }
        long elsewhere = 0;
        long arrived = 0;
        if (report.hasPeriod()) {
            elsewhere = view.notices(Outcome.DEPARTED_NOT_REPATRIATED, report.begin(), report.effectiveDay());
            arrived = ObviousView.sum(view.arrivals, ObviousView.within(report.begin(), report.effectiveDay()));
        }
        int count = baseline.count().value();
        if (own.count() != count - report.repatriated() - elsewhere + arrived) {
            found(
                    DiscrepancyCode.SUM_DIFFERS,
                    report.id(),
                    report.id(),
                    "arrivals=%s baseline=%s elsewhere=%s remaining=%s repatriated=%s",
                    arrived,
                    count,
                    elsewhere,
                    own.count(),
                    report.repatriated());
        }
    }

    private void flow(ObviousView.Report flow) {
        int count = flow.repatriated();
        ObviousView.Remaining s1 = view.lastBy(flow.begin(), stock -> stock.report() != flow);
        ObviousView.Remaining s2 = view.firstFrom(flow.effectiveDay());
        if (count > 0 && s1 != null && s2 != null && s1.day().isBefore(s2.day())) {
            long arrived = view.arrivals(s1.day(), s2.day());
            if (count > s1.count() - s2.count() + arrived) {
                found(
                        DiscrepancyCode.DEPARTURES_EXCEED_FALL,
                        flow.id(),
                        s1.report().id(),
                        "arrivals=%s count1=%s count2=%s flow=%s",
                        arrived,
                        s1.count(),
                        s2.count(),
                        count);
            }
        }
        afterZero(flow.id(), flow.begin(), flow.effectiveDay(), count);
        long told = view.notices(Outcome.REPATRIATED, flow.begin(), flow.effectiveDay());
        if (told > count) {
            found(DiscrepancyCode.NOTICES_EXCEED_REPORT, flow.id(), flow.id(), "flow=%s notices=%s", count, told);
        }
    }

    private void afterZero(FilingId id, LocalDate from, LocalDate to, int persons) {
        ObviousView.Remaining zero = view.zero(from.minusDays(1));
        if (zero != null && persons > view.arrivals(zero.day(), to)) {
            found(
                    DiscrepancyCode.DEPARTURE_AFTER_ZERO,
                    zero.report().id(),
                    id,
                    "arrivals=%s departed=%s zero=%s",
                    view.arrivals(zero.day(), to),
                    persons,
                    0);
        }
    }

    private void neighbours() {
        for (int i = 1; i < view.stocks.size(); i++) {
            ObviousView.Remaining s1 = view.stocks.get(i - 1);
            ObviousView.Remaining s2 = view.stocks.get(i);
            if (s1.day().equals(s2.day())) {
                differ(DiscrepancyCode.SAME_DAY_DIFFERS, s1, s2);
                continue;
            }
            long arrived = view.arrivals(s1.day(), s2.day());
            FilingId a = s1.report().id();
            FilingId b = s2.report().id();
            if (s2.count() > s1.count() + arrived) {
                found(
                        DiscrepancyCode.COUNT_ROSE,
                        a,
                        b,
                        "arrivals=%s count1=%s count2=%s",
                        arrived,
                        s1.count(),
                        s2.count());
            }
            if (s2.count() < s1.count()
                    && s2.report().hasFlow()
                    && !isReported(s1.day().plusDays(1), s2.day())) {
                found(DiscrepancyCode.FALL_NOT_REPORTED, a, b, "count1=%s count2=%s", s1.count(), s2.count());
            }
        }
    }

    private void differ(DiscrepancyCode code, ObviousView.Remaining one, ObviousView.Remaining other) {
        pair(
                code,
                new ObviousView.Point(
                        one.report().id(), one.report().position(), BaselineBasis.PERSONS, one.day(), one.count()),
                new ObviousView.Point(
                        other.report().id(),
                        other.report().position(),
                        BaselineBasis.PERSONS,
                        other.day(),
                        other.count()));
    }

    private void pair(DiscrepancyCode code, ObviousView.Point one, ObviousView.Point other) {
        ObviousView.Point a = one.position() < other.position() ? one : other;
        ObviousView.Point b = a == one ? other : one;
        if (a.count() != b.count()) {
            found(code, a.id(), b.id(), "a=%s b=%s", a.count(), b.count());
        }
    }

    private static boolean overlap(LocalDate from, LocalDate to, LocalDate otherFrom, LocalDate otherTo) {
        return !from.isAfter(otherTo) && !otherFrom.isAfter(to);
    }

    private boolean isReported(LocalDate from, LocalDate to) {
        return view.flows().anyMatch(flow -> overlap(flow.begin(), flow.effectiveDay(), from, to))
                || isNoticed(from, to);
    }

    private boolean isNoticed(LocalDate from, LocalDate to) {
        return view.notices.stream()
                .anyMatch(one -> overlap(one.day().firstDay(), one.day().lastDay(), from, to));
    }

    private void pairsOfPoints() {
        for (int i = 0; i < view.points.size(); i++) {
            for (int j = i + 1; j < view.points.size(); j++) {
                ObviousView.Point one = view.points.get(i);
                ObviousView.Point other = view.points.get(j);
                if (one.basis() == other.basis()
                        && isMeasurable(one.basis())
                        && one.day().equals(other.day())) {
                    pair(DiscrepancyCode.BASELINES_DIFFER, one, other);
                }
            }
        }
    }

    private void notice(ObviousView.Leaving notice) {
        afterZero(notice.id(), notice.day().firstDay(), notice.day().lastDay(), notice.count());
        LocalDate received = notice.received().firstDay();
        if (received.isAfter(notice.day().lastDay().plusDays(180))) {
            long days = ChronoUnit.DAYS.between(notice.day().lastDay(), received);
            found(DiscrepancyCode.NOTICE_LATE, notice.id(), notice.id(), "count=%s days=%s", notice.count(), days);
        }
    }

    private void evidence(Evidence item) {
        if (item.figure() == null || item.measure() == null) {
            return;
        }
        int figure = item.figure().value();
        LocalDate first = item.asOf().firstDay();
        LocalDate last = item.asOf().lastDay();
        if (item.measure() == EvidenceMeasure.DEPARTED) {
            boolean isReported = view.reports.stream()
                    .filter(report -> report.repatriated() > 0)
                    .anyMatch(report -> overlap(report.begin(), report.effectiveDay(), first, last));
            if (figure > 0 && !first.isBefore(ObviousView.ADOPTED) && !isReported && !isNoticed(first, last)) {
                found(DiscrepancyCode.DEPARTURES_ELSEWHERE, item.id(), null, "figure=%s", figure);
            }
            return;
        }
        view.reports.forEach(report -> doubted(report, item.id(), figure, last));
        ObviousView.Remaining zero = view.zero(first);
        if (zero != null && figure > view.arrivals(zero.day(), last)) {
            found(
                    DiscrepancyCode.EVIDENCE_AGAINST_ZERO,
                    zero.report().id(),
                    item.id(),
                    "arrivals=%s figure=%s zero=%s",
                    view.arrivals(zero.day(), last),
                    figure,
                    0);
        }
        ObviousView.Remaining before = view.lastBy(first, _ -> true);
        if (before != null && !before.day().isBefore(first.minusDays(92))) {
            differs(before, item.id(), figure, figure - before.count(), view.arrivals(before.day(), last));
        }
        ObviousView.Remaining after = view.firstFrom(last);
        if (after != null && !after.day().isAfter(last.plusDays(92))) {
            differs(after, item.id(), figure, after.count() - figure, view.arrivals(first, after.day()));
        }
    }

    private void doubted(ObviousView.Report report, FilingId item, int figure, LocalDate last) {
        var baseline = report.workers().baseline();
        if (report.content().assertsMoreThanHalf()
                && report.workers().repatriated() != null
                && (baseline == null || baseline.count() == null)
                && !last.isBefore(report.begin().minusDays(183))
                && !last.isAfter(report.begin().plusDays(183))
                && 2 * report.repatriated() < figure) {
            found(
                    DiscrepancyCode.MORE_THAN_HALF_DOUBTED,
                    report.id(),
                    item,
                    "figure=%s repatriated=%s",
                    figure,
                    report.repatriated());
        }
    }

    private void differs(ObviousView.Remaining stock, FilingId item, int figure, int difference, long arrived) {
        long g = difference - arrived;
        if (stock.count() > 0 && g >= 5 && 10 * g > Math.max(figure, stock.count())) {
            found(
                    DiscrepancyCode.EVIDENCE_DIFFERS,
                    stock.report().id(),
                    item,
                    "arrivals=%s count=%s figure=%s",
                    arrived,
                    stock.count(),
                    figure);
        }
    }
}
