package org.stele.query.export;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stele.query.export.file.Column;
import org.stele.query.export.file.Sheet;
import org.stele.query.lens.SeenPositions;
import org.stele.statefile.discrepancy.Discrepancy;

/** Discrepancies, one a row. */
final class DiscrepanciesSheet {

    private final Sheet.Builder sheet = Sheet.of(
            "Discrepancies",
            Column.text("iso3", "Code", 6),
            Column.text("member_state", "Member State", 18),
            Column.text("code", "What does not agree", 24),
            Column.text("status", "Status", 10),
            Column.text("reopened", "Reopened", 9),
            Column.text("figures", "Figures", 30),
            Column.text("filing_a", "Filing", 22),
            Column.number("position_a", "Position"),
            Column.text("filing_b", "Other filing", 22),
            Column.number("position_b", "Position"),
            Column.number("answers", "Answers"),
            Column.text("last_answer", "Last answer", 10),
            Column.date("last_answer_on", "On"),
            Column.text("id", "Id", 22));

    /** @param rows made by {@link #row} */
    void add(List<@Nullable Object[]> rows) {
        rows.forEach(sheet::row);
    }

    /** What the sheet says of one. */
    static @Nullable Object[] row(Discrepancy one, SeenPositions positions) {
        Discrepancy.Filing b = one.b();
        return new @Nullable Object[] {
            one.memberState().iso3(),
            one.memberState().officialName(),
            one.code(),
            one.status(),
            one.isReopened() ? "yes" : null,
            figures(one),
            one.a().id(),
            positions.of(one.a()),
            b == null ? null : b.id(),
            b == null ? null : positions.of(b),
            one.answers().size(),
            one.answers().isEmpty() ? null : one.answers().getLast().kind(),
            one.answers().isEmpty() ? null : one.answers().getLast().on(),
            one.id()
        };
    }

    Sheet build() {
        return sheet.build();
    }

    /** By name, such as {@code baseline=100 remaining=40}. */
    static String figures(Discrepancy discrepancy) {
        return discrepancy.figures().entrySet().stream()
                .map(figure -> figure.getKey() + "=" + figure.getValue())
                .collect(Collectors.joining(" "));
    }
}
