package org.stele.query.board.page;

import java.util.Set;
import org.stele.events.MemberState;

/**
 * One State's statuses and flags in one view, by the names that the API gives them.
 *
 * @param half the status of the half rule
 * @param derived the obligations whose status rests on a figure that others worked out
 */
public record Statuses(
        MemberState state,
        String repatriation,
        String midterm,
        String half,
        String finalReport,
        Set<String> flags,
        Set<String> derived) {

    public Statuses {
        flags = Set.copyOf(flags);
        derived = Set.copyOf(derived);
    }

    /** The status of the obligation that States are coloured by. */
    String of(Show show) {
        return switch (show) {
            case REPAT -> repatriation;
            case REP_MID -> midterm;
            case REP_FIN -> finalReport;
        };
    }
}
