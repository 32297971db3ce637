package org.stele.query.export;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.PersonsCount;
import org.stele.query.export.file.Column;
import org.stele.query.export.file.Sheet;
import org.stele.query.lens.SeenPositions;
import org.stele.query.view.StateResult;
import org.stele.statefile.ArrivalVersion;
import org.stele.statefile.AttestationReading;
import org.stele.statefile.BaselineVersion;
import org.stele.statefile.ClaimReading;
import org.stele.statefile.Evidence;
import org.stele.statefile.NoticeVersion;
import org.stele.statefile.due.Due;
import org.stele.statefile.due.DueItem;
import org.stele.statefile.inview.RemainingFigure;
import org.stele.statefile.status.Derived;
import org.stele.statefile.status.Repatriation;
import org.stele.statefile.status.ReportTimeliness;
import org.stele.statefile.status.StateView;

/**
 * A State's file, one statement a row: its statuses, figures and flags, what is in view, what does not agree, and what is due. Words
 * of filings are left out: a file that is passed on holds figures and days.
 */
final class StateSheet {

    private static final Column[] COLUMNS = {
        Column.text("section", "Section", 13),
        Column.text("item", "Item", 22),
        Column.text("value", "Value", 26),
        Column.number("count", "Count"),
        Column.date("day", "Day"),
        Column.text("note", "Note", 34),
        Column.text("id", "Filing", 24),
        Column.number("position", "Position")
    };

    private final SeenPositions positions;
    private final Sheet.Builder sheet;

    private StateSheet(String title, SeenPositions positions) {
        this.positions = positions;
        sheet = Sheet.of(title, COLUMNS);
    }

    static Sheet of(StateResult seen, Due due, SeenPositions positions) {
        StateView view = seen.view();
        StateSheet state = new StateSheet("State file of " + view.memberState().officialName(), positions);
        state.statuses(view);
        state.figures(view.repatriation());
        view.flags().forEach(flag -> state.row("FLAG", flag, null, null, null, null, null, null));
        state.filings(view);
        view.discrepancies()
                .forEach(one -> state.row(
                        "DISCREPANCY",
                        one.code(),
                        one.status(),
                        null,
                        null,
                        DiscrepanciesSheet.figures(one),
                        one.id(),
                        positions.of(one.a().id(), one.a().position())));
        due.items().forEach(state::due);
        due.reports().forEach(report -> state.report("OLDER_REPORT", report));
        view.notComputed()
                .forEach(code -> state.row(
                        "INCOMPLETE",
                        "NOT_COMPUTED",
                        code,
                        null,
                        null,
                        "References to subjects cannot be read.",
                        null,
                        null));
        if (seen.heldFrom() != null) {
            state.row(
                    "INCOMPLETE",
                    "HELD_BACK",
                    null,
                    null,
                    null,
                    "Events from this position are held back.",
                    null,
                    seen.heldFrom());
        }
        return state.sheet.build();
    }

    private void statuses(StateView view) {
        row(
                "STATUS",
                "REPAT",
                view.repatriation().status(),
                null,
                null,
                derived(view.repatriation(), Derived.STATUS),
                null,
                null);
        report("STATUS", view.midtermReport());
        row("STATUS", "REP-HALF", view.halfRule().status(), null, null, null, null, null);
        report("STATUS", view.finalReport());
    }

    private void report(String section, ReportTimeliness report) {
        String received =
                report.firstReceived() == null ? "due then" : "due then; first received " + report.firstReceived();
        row(section, report.obligation().id(), report.status(), null, report.dueOn(), received, null, null);
    }

    private void figures(Repatriation figures) {
        RemainingFigure remaining = figures.remaining();
        row(
                "FIGURE",
                "BASELINE",
                figures.baselineBasis(),
                value(figures.baselineCount()),
                null,
                derived(figures, Derived.BASELINE),
                null,
                null);
        row(
                "FIGURE",
                "REPATRIATED",
                null,
                value(figures.repatriatedCount()),
                null,
                derived(figures, Derived.REPATRIATED),
                null,
                null);
        row(
                "FIGURE",
                "REMAINING",
                null,
                remaining == null ? null : remaining.count(),
                remaining == null ? null : remaining.effectiveOn(),
                derived(figures, Derived.REMAINING),
                remaining == null ? null : remaining.attestation().id(),
                remaining == null
                        ? null
                        : positions.of(
                                remaining.attestation().id(),
                                remaining.attestation().version().position()));
        row("FIGURE", "EXEMPT", null, figures.exemptCount(), null, null, null, null);
        row("FIGURE", "DISPUTED", null, figures.disputedCount(), null, null, null, null);
        row("FIGURE", "OUTSTANDING", null, figures.outstandingCount(), null, null, null, null);
    }

    private static @Nullable String derived(Repatriation figures, Derived what) {
        return figures.derived().contains(what) ? "worked out by others" : null;
    }

    private void filings(StateView view) {
        view.inView().attestations().forEach(this::attestation);
        view.inView().notices().forEach(this::notice);
        view.inView().baselines().forEach(this::baseline);
        view.inView().arrivals().forEach(this::arrival);
        view.inView().claims().forEach(this::claim);
        view.inView().evidence().forEach(this::evidence);
        view.submitted()
                .forEach(filing -> row(
                        "SUBMITTED",
                        filing.obligation().id(),
                        "version " + filing.version(),
                        null,
                        filing.submittedOn(),
                        "not received yet",
                        filing.id(),
                        null));
    }

    private void attestation(AttestationReading one) {
        String note = "received %s%s".formatted(one.received(), one.isEnveloped() ? "; withheld" : "");
        row(
                "ATTESTATION",
                one.obligation().id(),
                "version " + one.version().number(),
                value(one.workers().remaining()),
                one.isEnveloped() ? null : one.effectiveDay(),
                note,
                one.id(),
                positions.of(one.id(), one.version().position()));
    }

    private void notice(NoticeVersion one) {
        row(
                "NOTICE",
                one.category(),
                one.outcome(),
                value(one.count()),
                one.effectiveDay(),
                "departed %s to %s%s"
                        .formatted(one.day(), one.destination(), one.count() == null ? "; 1 to 4 persons" : ""),
                one.id(),
                positions.of(one.id(), one.position()));
    }

    private void baseline(BaselineVersion one) {
        row(
                "BASELINE",
                one.category(),
                one.baseline().basis(),
                value(one.baseline().count()),
                one.effectiveDay(),
                "on " + one.day(),
                one.id(),
                positions.of(one.id(), one.position()));
    }

    private void arrival(ArrivalVersion one) {
        row(
                "ARRIVAL",
                one.category(),
                null,
                value(one.count()),
                one.effectiveDay(),
                "arrived " + one.day(),
                one.id(),
                positions.of(one.id(), one.position()));
    }

    private void claim(ClaimReading one) {
        String life = one.upheld() ? "upheld" : one.disputed() ? "disputed" : "claimed " + one.claimed();
        row(
                one.isExemption() ? "EXEMPTION_CLAIM" : "SCOPE_CLAIM",
                one.ground(),
                null,
                value(one.count()),
                one.effectiveDay(),
                one.banded() ? life + "; 1 to 4 persons" : life,
                one.id(),
                positions.of(one.id(), one.position()));
    }

    private void evidence(Evidence one) {
        row(
                "EVIDENCE",
                one.kind(),
                one.measure(),
                value(one.figure()),
                null,
                "as of %s, received %s%s".formatted(one.asOf(), one.received(), one.contests() ? "; contests" : ""),
                one.id(),
                positions.of(one.id(), one.position()));
    }

    private void due(DueItem item) {
        FilingId id = item.discrepancy() != null ? item.discrepancy() : item.filing();
        String note = item.days() == null ? null : String.format(Locale.ROOT, "%d days", item.days());
        row(
                "DUE",
                item.code(),
                item.obligation() == null ? null : item.obligation().id(),
                null,
                null,
                note,
                id,
                null);
    }

    private void row(
            String section,
            @Nullable Object item,
            @Nullable Object value,
            @Nullable Number count,
            @Nullable LocalDate day,
            @Nullable String note,
            @Nullable FilingId id,
            @Nullable Long position) {
        sheet.row(
                section,
                item == null ? null : item.toString(),
                value == null ? null : value.toString(),
                count,
                day,
                note,
                id,
                position);
    }

    private static @Nullable Integer value(@Nullable PersonsCount count) {
        return count == null ? null : count.value();
    }
}
