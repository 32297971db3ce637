package org.stele.statefile.due;

import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.ObligationId;

/**
 * One thing that is due. What does not belong to its code is null.
 *
 * @param days left until it is due, or past since it was; which of them follows from the code
 * @param discrepancy the open one
 * @param filing the attestation that is asked about, or that was not received yet
 * @param clarification the question that waits for an answer
 */
public record DueItem(
        Code code,
        @Nullable ObligationId obligation,
        @Nullable Long days,
        @Nullable FilingId discrepancy,
        @Nullable FilingId filing,
        @Nullable FilingId clarification) {

    /** What would settle it follows from the code. */
    public enum Code {
        /** A report may be filed in time: so many days are left. */
        REPORT_DUE,
        /** Nothing is on record so many days after the due date. */
        REPORT_OVERDUE,
        /** Persons remain: so many days are left. */
        REPATRIATION_DUE,
        /** The last figure is older than the due date: a later one settles it. */
        FIGURE_STALE,
        /** Persons remained so many days after the due date. */
        PERSONS_REMAINING,
        /** A question has no answer. */
        CLARIFICATION_UNANSWERED,
        /** A discrepancy is neither explained nor resolved. */
        DISCREPANCY_OPEN,
        /** A filing was made here and is not entered as received. */
        NOT_YET_RECEIVED
    }

    static DueItem of(Code code, ObligationId obligation, @Nullable Long days) {
        return new DueItem(code, obligation, days, null, null, null);
    }

    /** Whether the days are those past since it was due; the days left otherwise. */
    public boolean isPast() {
        return code == Code.REPORT_OVERDUE || code == Code.PERSONS_REMAINING;
    }
}
