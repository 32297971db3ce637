package org.stele.query.export;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stele.events.MemberState;
import org.stele.events.PersonsCount;
import org.stele.events.discrepancies.DiscrepancyCode;
import org.stele.query.export.file.Column;
import org.stele.query.export.file.Sheet;
import org.stele.query.view.Board;
import org.stele.statefile.discrepancy.Discrepancy;
import org.stele.statefile.inview.RemainingFigure;
import org.stele.statefile.status.Derived;
import org.stele.statefile.status.Repatriation;
import org.stele.statefile.status.StateView;

/** The board: one row a Member State, with its figures beside its statuses. */
final class BoardSheet {

    private static final Column[] COLUMNS = {
        Column.text("iso3", "Code", 7),
        Column.text("member_state", "Member State", 16),
        Column.text("regional_group", "Regional group", 10).offPaper(),
        Column.text("repatriation", "Repatriation", 16),
        Column.text("rep_mid", "Midterm report", 16),
        Column.text("rep_mid_first_received", "Midterm received", 11).offPaper(),
        Column.text("rep_half", "Half rule", 16),
        Column.text("rep_fin", "Final report", 16),
        Column.text("rep_fin_first_received", "Final received", 11).offPaper(),
        Column.number("baseline", "Baseline", 10),
        Column.text("baseline_basis", "Basis", 12),
        Column.number("repatriated", "Repatriated", 13),
        Column.number("remaining", "Remaining", 11),
        Column.date("remaining_on", "As of"),
        Column.number("exempt", "Exempt", 9),
        Column.number("disputed", "Disputed", 10),
        Column.number("outstanding", "Outstanding", 13),
        Column.text("derived", "Worked out by others", 13),
        Column.text("flags", "Flags", 20),
        Column.number("open_discrepancies", "Discrepancies open", 13),
        Column.number("held_from_position", "Incomplete from position").offPaper(),
        Column.text("note", "Note", 6)
    };

    private final Sheet.Builder sheet = Sheet.of("Board", COLUMNS);

    private BoardSheet() {}

    static Sheet of(Board.Files files) {
        BoardSheet board = new BoardSheet();
        files.each((_, view) -> row(view, files.heldFrom().get(view.memberState())))
                .forEach(board.sheet::row);
        files.notTrusted().forEach(board::leftOut);
        return board.sheet.build();
    }

    private static @Nullable Object[] row(StateView view, @Nullable Long heldFrom) {
        MemberState state = view.memberState();
        Repatriation figures = view.repatriation();
        RemainingFigure remaining = figures.remaining();
        return new @Nullable Object[] {
            state.iso3(),
            state.officialName(),
            state.regionalGroup(),
            figures.status(),
            view.midtermReport().status(),
            view.midtermReport().firstReceived(),
            view.halfRule().status(),
            view.finalReport().status(),
            view.finalReport().firstReceived(),
            value(figures.baselineCount()),
            figures.baselineBasis(),
            value(figures.repatriatedCount()),
            remaining == null ? null : remaining.count(),
            remaining == null ? null : remaining.effectiveOn(),
            figures.exemptCount(),
            figures.disputedCount(),
            figures.outstandingCount(),
            derived(view),
            view.flags().stream().map(Enum::name).collect(Collectors.joining(" ")),
            openDiscrepancies(view),
            heldFrom,
            note(view, heldFrom)
        };
    }

    private static @Nullable String note(StateView view, @Nullable Long heldFrom) {
        String held =
                heldFrom == null ? null : "Incomplete: events from position %s are held back.".formatted(heldFrom);
        return Views.together(
                held, "Not computed, because references to subjects cannot be read: ", names(view.notComputed()));
    }

    private static List<String> names(List<DiscrepancyCode> codes) {
        return codes.stream().map(Enum::name).toList();
    }

    /** Null where they are not computed for the reader: none is not the same as unknown. */
    private static @Nullable Long openDiscrepancies(StateView view) {
        return view.inView().isWithheldInPart()
                ? null
                : view.discrepancies().stream()
                        .filter(one -> one.status() == Discrepancy.Status.OPEN)
                        .count();
    }

    private void leftOut(MemberState state) {
        sheet.row(
                state.iso3(),
                state.officialName(),
                state.regionalGroup(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "Left out: its stored rows were changed from outside.");
    }

    /** By the names that the state file in JSON has for them. */
    private static String derived(StateView view) {
        Stream<String> figures = view.repatriation().derived().stream()
                .sorted()
                .map(what -> what == Derived.STATUS ? "REPAT" : what.name());
        return Stream.concat(figures, view.halfRule().isDerived() ? Stream.of("REP-HALF") : Stream.empty())
                .collect(Collectors.joining(" "));
    }

    private static @Nullable Integer value(@Nullable PersonsCount count) {
        return count == null ? null : count.value();
    }
}
