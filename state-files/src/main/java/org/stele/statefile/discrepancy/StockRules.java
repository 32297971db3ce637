package org.stele.statefile.discrepancy;

import java.util.List;
import java.util.Map;
import org.stele.events.discrepancies.DiscrepancyCode;
import org.stele.events.screening.Disposition;
import org.stele.events.screening.Question;
import org.stele.statefile.NoticeVersion;
import org.stele.statefile.VerdictReading;
import org.stele.statefile.discrepancy.Discrepancy.Filing;

/** The rules of 4.5 about one count of persons remaining and the next, and about who left in between. */
final class StockRules {

    private static final int DAYS_TO_GIVE_NOTICE = 180;

    private final Evaluation evaluation;
    private final Once<Intervals> flows = new Once<>(this::flowIntervals);

    StockRules(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    private Intervals flowIntervals() {
        Intervals intervals = new Intervals(evaluation.flows().size());
        evaluation.flows().forEach(flow -> intervals.add(flow.from(), flow.to()));
        return intervals;
    }

    void find() {
        evaluation.each(evaluation.inView()::notices, this::noticeLate);
        if (!evaluation.isDone()) {
            neighbours();
        }
        evaluation.each(evaluation::flows, this::departuresExceedFall);
        evaluation.each(evaluation::flows, this::flowAfterZero);
        evaluation.each(evaluation.inView()::notices, this::noticeAfterZero);
        evaluation.each(evaluation.inView()::verdicts, this::trueMatchAgainstZero);
    }

    private void neighbours() {
        List<Stock> inOrder = evaluation.stocks().inOrder();
        for (int i = 1; i < inOrder.size() && !evaluation.isDone(); i++) {
            neighbours(inOrder.get(i - 1), inOrder.get(i));
        }
    }

    private void neighbours(Stock first, Stock second) {
        if (first.day() == second.day()) {
            if (first.count() != second.count()) {
                evaluation.found(Finding.inOrder(
                        DiscrepancyCode.SAME_DAY_DIFFERS,
                        first.filing(),
                        first.count(),
                        second.filing(),
                        second.count()));
            }
            return;
        }
        long arrived = evaluation.arrivals().between(first.day(), second.day());
        if (second.count() > first.count() + arrived) {
            evaluation.found(new Finding(
                    DiscrepancyCode.COUNT_ROSE,
                    first.filing(),
                    second.filing(),
                    Map.of("count1", (long) first.count(), "count2", (long) second.count(), "arrivals", arrived)));
        }
        if (second.count() < first.count()
                && Flow.isOf(second.attestation())
                && !flows.get().overlaps(first.day() + 1, second.day())
                && !evaluation.noticed().overlaps(first.day() + 1, second.day())) {
            evaluation.found(new Finding(
                    DiscrepancyCode.FALL_NOT_REPORTED,
                    first.filing(),
                    second.filing(),
                    Map.of("count1", (long) first.count(), "count2", (long) second.count())));
        }
    }

    private void departuresExceedFall(Flow flow) {
        Stock first = evaluation.stocks().lastByAnother(flow.from(), flow.attestation());
        Stock second = evaluation.stocks().firstFrom(flow.to());
        if (flow.count() == 0 || first == null || second == null || first.day() >= second.day()) {
            return;
        }
        long arrived = evaluation.arrivals().between(first.day(), second.day());
        if (flow.count() > first.count() - second.count() + arrived) {
            evaluation.found(new Finding(
                    DiscrepancyCode.DEPARTURES_EXCEED_FALL,
                    Finding.filing(flow.attestation()),
                    first.filing(),
                    Map.of(
                            "flow", (long) flow.count(),
                            "count1", (long) first.count(),
                            "count2", (long) second.count(),
                            "arrivals", arrived)));
        }
    }

    private void flowAfterZero(Flow flow) {
        Stock zero = evaluation.stocks().zeroBy(flow.from() - 1);
        if (zero != null) {
            departureAfterZero(zero, flow.to(), flow.count(), Finding.filing(flow.attestation()));
        }
    }

    private void noticeAfterZero(NoticeVersion notice) {
        Stock zero = notice.isOfWorkers()
                ? evaluation.stocks().zeroBy(notice.departed().firstEpochDay() - 1)
                : null;
        if (zero != null) {
            departureAfterZero(
                    zero, notice.departed().lastEpochDay(), Movement.persons(notice), Finding.filing(notice));
        }
    }

    private void departureAfterZero(Stock zero, int to, int persons, Filing filing) {
        long arrived = evaluation.arrivals().between(zero.day(), to);
        if (persons > arrived) {
            evaluation.found(new Finding(
                    DiscrepancyCode.DEPARTURE_AFTER_ZERO,
                    zero.filing(),
                    filing,
                    Map.of("zero", 0L, "departed", (long) persons, "arrivals", arrived)));
        }
    }

    private void noticeLate(NoticeVersion notice) {
        int days = notice.received().firstEpochDay() - notice.departed().lastEpochDay();
        if (days > DAYS_TO_GIVE_NOTICE && notice.isOfWorkers()) {
            evaluation.found(new Finding(
                    DiscrepancyCode.NOTICE_LATE,
                    Finding.filing(notice),
                    Finding.filing(notice),
                    Map.of("count", (long) Movement.persons(notice), "days", (long) days)));
        }
    }

    private void trueMatchAgainstZero(VerdictReading verdict) {
        int confirmed = (int) verdict.confirmedOn().toEpochDay();
        Stock zero = evaluation.stocks().zeroBy(confirmed);
        if (verdict.question() == Question.PARAGRAPH_8
                && verdict.disposition() == Disposition.TRUE_MATCH
                && zero != null
                && evaluation.arrivals().between(zero.day(), confirmed) == 0) {
            evaluation.found(new Finding(
                    DiscrepancyCode.TRUE_MATCH_AGAINST_ZERO,
                    zero.filing(),
                    new Filing(verdict.id(), verdict.filedAt()),
                    Map.of("zero", 0L, "matches", 1L)));
        }
    }
}
