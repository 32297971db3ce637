package org.stele.statefile.due;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.stele.events.ObligationId;
import org.stele.statefile.Attestation;
import org.stele.statefile.Clarification;
import org.stele.statefile.Days;
import org.stele.statefile.StateFile;
import org.stele.statefile.discrepancy.Discrepancy;
import org.stele.statefile.due.DueItem.Code;
import org.stele.statefile.status.ReportTimeliness;
import org.stele.statefile.status.StateView;

/**
 * What one State's file waits for in a view, and how the older report obligations stand, which are shown beside (4.6).
 *
 * @param reports in the order of their obligations
 */
public record Due(List<DueItem> items, List<ReportTimeliness> reports) {

    private static final LocalDate REPATRIATION_DUE_ON = requireNonNull(ObligationId.REPAT.dueOn());

    private static final List<ObligationId> OLDER_REPORTS = Stream.of(ObligationId.values())
            .filter(obligation -> obligation.id().startsWith("NIR-"))
            .toList();

    public Due {
        items = List.copyOf(items);
        reports = List.copyOf(reports);
    }

    public static Due of(StateFile file, StateView view) {
        LocalDate cut = Days.earlier(view.effectiveOn(), view.knownOn());
        List<DueItem> items = new ArrayList<>();
        report(items, view.midtermReport(), cut);
        report(items, view.finalReport(), cut);
        repatriation(items, view, cut);
        file.attestations().forEach(attestation -> questions(items, attestation, view.knownOn()));
        view.discrepancies().stream()
                .filter(discrepancy -> discrepancy.status() == Discrepancy.Status.OPEN)
                .forEach(open -> items.add(new DueItem(Code.DISCREPANCY_OPEN, null, null, open.id(), null, null)));
        view.submitted()
                .forEach(filing -> items.add(
                        new DueItem(Code.NOT_YET_RECEIVED, filing.obligation(), null, null, filing.id(), null)));
        return new Due(items, ReportTimeliness.of(file, OLDER_REPORTS, cut));
    }

    private static void report(List<DueItem> items, ReportTimeliness report, LocalDate cut) {
        switch (report.status()) {
            case OPEN -> items.add(DueItem.of(Code.REPORT_DUE, report.obligation(), days(cut, report.dueOn())));
            case OVERDUE -> items.add(DueItem.of(Code.REPORT_OVERDUE, report.obligation(), days(report.dueOn(), cut)));
            case NOT_YET_OPEN, MET_ON_TIME, MET_LATE, MET_TIMELINESS_UNDETERMINED, RECEIPT_UNDETERMINED -> {
                // Nothing is due, or nobody can say that it is.
            }
        }
    }

    private static void repatriation(List<DueItem> items, StateView view, LocalDate cut) {
        switch (view.repatriation().status()) {
            case IN_PROGRESS ->
                items.add(DueItem.of(Code.REPATRIATION_DUE, ObligationId.REPAT, days(cut, REPATRIATION_DUE_ON)));
            case NOT_REPORTED_COMPLETE -> items.add(DueItem.of(Code.FIGURE_STALE, ObligationId.REPAT, null));
            case CLAIM_DISPUTED, INCOMPLETE_EXPLAINED, INCOMPLETE_UNEXPLAINED ->
                items.add(DueItem.of(Code.PERSONS_REMAINING, ObligationId.REPAT, days(REPATRIATION_DUE_ON, cut)));
            case NOT_YET_OPEN,
                    NO_INFORMATION,
                    INDETERMINATE,
                    NIL_REPORTED,
                    REPORTED_COMPLETE_ON_TIME,
                    REPORTED_COMPLETE_LATE,
                    REPORTED_COMPLETE_UNDATED,
                    WITHHELD -> {
                // Nothing is due, or nobody can say that it is.
            }
        }
    }

    private static void questions(List<DueItem> items, Attestation attestation, LocalDate knownOn) {
        for (Clarification question : attestation.clarifications()) {
            if (Days.isBy(question.requestedOn(), knownOn)
                    && question.answeredBy(knownOn).isEmpty()) {
                items.add(new DueItem(
                        Code.CLARIFICATION_UNANSWERED,
                        attestation.obligation(),
                        null,
                        question.discrepancy(),
                        attestation.id(),
                        question.id()));
            }
        }
    }

    private static long days(LocalDate from, LocalDate to) {
        return ChronoUnit.DAYS.between(from, to);
    }
}
