package org.stele.query.projection.rows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stele.events.MemberState;

/** Finds what no single row shows: a missing row, and an older one that was restored. */
public final class SumCheck {

    private SumCheck() {}

    /** Adds to what is wrong, by State, and of no State. */
    public static void compare(Sums read, Sums written, Map<MemberState, String> wrong, List<String> others) {
        for (MemberState state : MemberState.values()) {
            compare(state, read, written, wrong);
        }
        if (!read.isSame(Optional.empty(), written)) {
            String finding = "the row %s of query.held is missing, or an older one".formatted(DeadLetterRows.NO_STATE);
            if (!others.contains(finding)) {
                others.add(finding);
            }
        }
    }

    /** The same of one State. */
    public static void compare(MemberState state, Sums read, Sums written, Map<MemberState, String> wrong) {
        if (!read.isSame(Optional.of(state), written)) {
            wrong.putIfAbsent(
                    state,
                    "its rows together are not those that the projection wrote: one is missing, or an older one");
        }
    }
}
