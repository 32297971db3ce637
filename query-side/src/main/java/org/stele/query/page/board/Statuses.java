package org.stele.query.page.board;

import java.util.Set;
import org.stele.events.MemberState;
import org.stele.events.ObligationId;
import org.stele.query.page.BoardLayer;
import org.stele.query.page.StatusStyle;
import org.stele.statefile.status.Flag;
import org.stele.statefile.status.HalfRuleStatus;
import org.stele.statefile.status.RepatriationStatus;
import org.stele.statefile.status.TimelinessStatus;

/**
 * One State's statuses and flags in one view.
 *
 * @param half the status of the half rule
 * @param derived the obligations whose status depends on a figure that others worked out
 */
public record Statuses(
        MemberState state,
        RepatriationStatus repatriation,
        TimelinessStatus midterm,
        HalfRuleStatus half,
        TimelinessStatus finalReport,
        Set<Flag> flags,
        Set<ObligationId> derived) {

    public Statuses {
        flags = Set.copyOf(flags);
        derived = Set.copyOf(derived);
    }

    /** The State's style where States are coloured by this obligation. */
    StatusStyle look(BoardLayer show) {
        return switch (show) {
            case REPAT -> BoardLayer.look(repatriation);
            case REP_MID -> BoardLayer.look(midterm);
            case REP_FIN -> BoardLayer.look(finalReport);
        };
    }

    /** The status of the obligation that States are coloured by. */
    Enum<?> of(BoardLayer show) {
        return switch (show) {
            case REPAT -> repatriation;
            case REP_MID -> midterm;
            case REP_FIN -> finalReport;
        };
    }
}
