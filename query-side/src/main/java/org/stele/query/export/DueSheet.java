package org.stele.query.export;

import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.ObligationId;
import org.stele.query.api.NotAssessed;
import org.stele.query.export.file.Column;
import org.stele.query.export.file.Sheet;
import org.stele.query.view.DueOverview;
import org.stele.query.view.StateResult;
import org.stele.statefile.due.Due;
import org.stele.statefile.due.DueItem;
import org.stele.statefile.status.ReportTimeliness;

/** What is due, one a row: of one State with its older reports, or of all. */
final class DueSheet {

    private final Sheet.Builder sheet;

    private DueSheet(String title) {
        sheet = Sheet.of(
                title,
                Column.text("row", "Row", 12),
                Column.text("iso3", "Code", 6),
                Column.text("member_state", "Member State", 20),
                Column.text("what", "What", 24),
                Column.text("obligation", "Obligation", 11),
                Column.date("due_on", "Due on"),
                Column.number("days", "Days"),
                Column.text("days_are", "Left or past", 8),
                Column.text("first_received", "First received", 13),
                Column.text("filing", "Filing", 18),
                Column.text("clarification", "Question", 18).offPaper(),
                Column.text("discrepancy", "Discrepancy", 18));
    }

    static Sheet of(StateResult seen, Due due) {
        MemberState state = seen.view().memberState();
        DueSheet sheet = new DueSheet("What is due of " + state.officialName());
        due.items().forEach(item -> sheet.item(state, item));
        due.reports().forEach(report -> sheet.report(state, report));
        NotAssessed.of(seen)
                .forEach((obligation, filed) -> filed.forEach(id -> sheet.notAssessed(state, obligation, id)));
        return sheet.sheet.build();
    }

    static Sheet of(DueOverview due) {
        DueSheet sheet = new DueSheet("What is due");
        due.entries().forEach(entry -> sheet.item(entry.state(), entry.item()));
        return sheet.sheet.build();
    }

    private void item(MemberState state, DueItem item) {
        ObligationId obligation = item.obligation();
        boolean isByDay = item.days() != null;
        row(
                "DUE",
                state,
                item.code().name(),
                obligation,
                item.days(),
                isByDay ? (item.isPast() ? "PAST" : "LEFT") : null,
                null,
                item.filing(),
                item.clarification(),
                item.discrepancy());
    }

    private void report(MemberState state, ReportTimeliness report) {
        row(
                "OLDER_REPORT",
                state,
                report.status().name(),
                report.obligation(),
                null,
                null,
                report.firstReceived() == null ? null : report.firstReceived().toString(),
                null,
                null,
                null);
    }

    private void notAssessed(MemberState state, ObligationId obligation, FilingId filed) {
        row("FILED", state, "NOT_ASSESSED", obligation, null, null, null, filed, null, null);
    }

    private void row(
            String row,
            MemberState state,
            String what,
            @Nullable ObligationId obligation,
            @Nullable Long days,
            @Nullable String daysAre,
            @Nullable String firstReceived,
            @Nullable FilingId filing,
            @Nullable FilingId clarification,
            @Nullable FilingId discrepancy) {
        sheet.row(
                row,
                state.iso3(),
                state.officialName(),
                what,
                obligation == null ? null : obligation.id(),
                obligation == null ? null : obligation.dueOn(),
                days,
                daysAre,
                firstReceived,
                filing,
                clarification,
                discrepancy);
    }
}
