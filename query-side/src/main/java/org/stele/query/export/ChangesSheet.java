package org.stele.query.export;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.events.MemberState;
import org.stele.query.export.file.Column;
import org.stele.query.export.file.Sheet;
import org.stele.query.lens.SeenPositions;
import org.stele.statefile.change.Cause;
import org.stele.statefile.change.Changes;
import org.stele.statefile.change.Difference;
import org.stele.statefile.change.Milestone;

/** What differs between two views of a State, and the causes, one a row. */
final class ChangesSheet {

    private final Sheet.Builder sheet;

    private ChangesSheet(MemberState state) {
        sheet = Sheet.of(
                "Changes of " + state.officialName(),
                Column.text("row", "Row", 12),
                Column.text("what", "What", 44),
                Column.text("from", "From", 22),
                Column.text("to", "To", 22),
                Column.text("id", "Id", 26),
                Column.number("version", "Version"),
                Column.number("position", "Position"),
                Column.date("day", "Day"));
    }

    /** @param before positions that are seen of the first view's events; {@code after} of the second's */
    static Sheet of(MemberState state, Changes changes, SeenPositions before, SeenPositions after) {
        ChangesSheet sheet = new ChangesSheet(state);
        for (Difference difference : changes.differences()) {
            sheet.sheet.row(
                    "DIFFERENCE",
                    difference.what(),
                    text(difference.from()),
                    text(difference.to()),
                    null,
                    null,
                    null,
                    null);
        }
        sheet.causes("ENTERED", changes.entered(), after);
        sheet.causes("LEFT", changes.left(), before);
        sheet.causes("REPLACED", changes.replaced(), after);
        for (Milestone milestone : changes.milestones()) {
            sheet.sheet.row(
                    "MILESTONE",
                    milestone.obligation().id() + " " + milestone.kind(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    milestone.on());
        }
        return sheet.sheet.build();
    }

    private void causes(String row, List<Cause> causes, SeenPositions positions) {
        for (Cause cause : causes) {
            sheet.row(row, what(cause), null, null, cause.id(), cause.version(), positions.of(cause), null);
        }
    }

    private static String what(Cause cause) {
        return cause.memberState() == null
                ? cause.kind().name()
                : cause.kind() + " of " + cause.memberState().officialName();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
