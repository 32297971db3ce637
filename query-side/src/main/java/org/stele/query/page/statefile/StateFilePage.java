package org.stele.query.page.statefile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.events.MemberState;
import org.stele.query.page.StatusStyle;
import org.stele.query.page.ViewForm;
import org.stele.web.page.Frame;

/**
 * One State's file in one view, prepared for its template.
 *
 * @param statuses empty for the sending State, as are figures, obligations and flags
 * @param timeline null when nothing is in view
 * @param heldBack the events that the file leaves out, because one cannot be read or folded; null where it is complete
 */
public record StateFilePage(
        Frame frame,
        MemberState state,
        ViewForm form,
        List<Status> statuses,
        List<Figure> figures,
        List<Obligation> obligations,
        List<Flagged> flags,
        List<RecordCard> filings,
        List<RecordCard> notices,
        List<RecordCard> claims,
        List<RecordCard> evidence,
        List<RecordCard> submitted,
        List<TimelineItem> moments,
        @Nullable Timeline timeline,
        String boardLink,
        String eventsLink,
        @Nullable String heldBack,
        boolean demo) {

    /**
     * One of several statuses shown side by side.
     *
     * @param look null where no colour is defined for the status
     * @param means one sentence
     * @param derived that it depends on a figure that others worked out; empty where it does not
     */
    public record Status(
            String obligation, @Nullable StatusStyle look, String words, String means, String more, String derived) {}

    /**
     * One figure beside the status.
     *
     * @param derived that others may have worked it out; empty where they have not
     */
    public record Figure(String kind, String persons, String basis, String derived) {}

    /** One obligation with its days. */
    public record Obligation(
            String name, String of, String legalBasis, String opens, String due, String received, String status) {}

    /** One flag and what it means. */
    public record Flagged(String words, String means) {}

    public StateFilePage {
        statuses = List.copyOf(statuses);
        figures = List.copyOf(figures);
        obligations = List.copyOf(obligations);
        flags = List.copyOf(flags);
        filings = List.copyOf(filings);
        notices = List.copyOf(notices);
        claims = List.copyOf(claims);
        evidence = List.copyOf(evidence);
        submitted = List.copyOf(submitted);
        moments = List.copyOf(moments);
    }

    public String text(String key, Object... arguments) {
        return frame.text(key, arguments);
    }

    public boolean isSending() {
        return state == MemberState.PRK;
    }
}
