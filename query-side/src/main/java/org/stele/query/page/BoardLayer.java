package org.stele.query.page;

import static org.stele.query.page.StatusStyle.COMPLETE;
import static org.stele.query.page.StatusStyle.DISPUTED;
import static org.stele.query.page.StatusStyle.DUE;
import static org.stele.query.page.StatusStyle.LATE;
import static org.stele.query.page.StatusStyle.NIL;
import static org.stele.query.page.StatusStyle.NONE;
import static org.stele.query.page.StatusStyle.OVERDUE;
import static org.stele.query.page.StatusStyle.PROGRESS;
import static org.stele.query.page.StatusStyle.UNCERTAIN;
import static org.stele.query.page.StatusStyle.WITHHELD;

import java.util.List;
import java.util.stream.Stream;
import org.stele.events.ObligationId;
import org.stele.statefile.status.RepatriationStatus;
import org.stele.statefile.status.TimelinessStatus;

/** The obligation that States are coloured by. */
public enum BoardLayer {
    REPAT(ObligationId.REPAT, "REPAT", List.of(COMPLETE, PROGRESS, UNCERTAIN, OVERDUE, DISPUTED, NIL, WITHHELD, NONE)),
    REP_MID(ObligationId.REP_MID, "REP", List.of(COMPLETE, LATE, UNCERTAIN, DUE, OVERDUE, NONE)),
    REP_FIN(ObligationId.REP_FIN, "REP", List.of(COMPLETE, LATE, UNCERTAIN, DUE, OVERDUE, NONE));

    private final ObligationId obligation;
    private final String words;
    private final List<StatusStyle> looks;

    BoardLayer(ObligationId obligation, String words, List<StatusStyle> looks) {
        this.obligation = obligation;
        this.words = words;
        this.looks = looks;
    }

    /** The layer of an obligation's id; refuses one that the board cannot be coloured by. */
    public static BoardLayer parse(String id) {
        return Stream.of(values())
                .filter(show -> show.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Expected REPAT, REP-MID or REP-FIN."));
    }

    /** The id of the obligation, as in addresses. */
    public String id() {
        return obligation.id();
    }

    public ObligationId obligation() {
        return obligation;
    }

    /** Every style that a status of this obligation can have, in the order of the legend. */
    public List<StatusStyle> looks() {
        return looks;
    }

    /** The message key of what a style means here. */
    public String words(StatusStyle look) {
        return look == StatusStyle.SENDING ? "look.SENDING" : "look.%s.%s".formatted(words, look);
    }

    /** The message key of a status' short text. */
    public String words(Enum<?> status) {
        return "status.%s.%s".formatted(words, status.name());
    }

    /** The style of a State with this status. */
    public static StatusStyle look(RepatriationStatus status) {
        return switch (status) {
            case REPORTED_COMPLETE_ON_TIME, REPORTED_COMPLETE_LATE, REPORTED_COMPLETE_UNDATED -> COMPLETE;
            case IN_PROGRESS -> PROGRESS;
            case INDETERMINATE -> UNCERTAIN;
            case WITHHELD -> StatusStyle.WITHHELD;
            case NOT_REPORTED_COMPLETE, INCOMPLETE_EXPLAINED, INCOMPLETE_UNEXPLAINED -> OVERDUE;
            case CLAIM_DISPUTED -> DISPUTED;
            case NIL_REPORTED -> NIL;
            case NO_INFORMATION, NOT_YET_OPEN -> NONE;
        };
    }

    /** The style of a State with this status. */
    public static StatusStyle look(TimelinessStatus status) {
        return switch (status) {
            case MET_ON_TIME -> COMPLETE;
            case MET_LATE -> LATE;
            case MET_TIMELINESS_UNDETERMINED, RECEIPT_UNDETERMINED -> UNCERTAIN;
            case OPEN -> DUE;
            case OVERDUE -> OVERDUE;
            case NOT_YET_OPEN -> NONE;
        };
    }
}
