package org.stele.query.page.statefile;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stele.events.MemberState;
import org.stele.query.page.ExportLinks;
import org.stele.query.page.StatusStyle;
import org.stele.query.page.ViewForm;
import org.stele.web.page.Frame;

/**
 * One State's file in one view, prepared for its template.
 *
 * @param statuses empty for the sending State, as are figures, obligations and flags
 * @param waiting the lists of what waits for somebody; none is empty
 * @param onRecord the lists of what is on record; none is empty
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
        List<Cards> waiting,
        List<Cards> onRecord,
        List<TimelineItem> moments,
        @Nullable Timeline timeline,
        String boardLink,
        String eventsLink,
        String bundleLink,
        List<ExportLinks> exports,
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

    /**
     * One list of cards.
     *
     * @param id of its heading, as an anchor
     * @param note one sentence below the heading; empty for none
     */
    public record Cards(String id, String heading, String note, List<RecordCard> cards) {

        public Cards {
            cards = List.copyOf(cards);
        }
    }

    public StateFilePage {
        statuses = List.copyOf(statuses);
        figures = List.copyOf(figures);
        obligations = List.copyOf(obligations);
        flags = List.copyOf(flags);
        waiting = List.copyOf(waiting);
        onRecord = List.copyOf(onRecord);
        moments = List.copyOf(moments);
        exports = List.copyOf(exports);
    }

    public String text(String key, Object... arguments) {
        return frame.text(key, arguments);
    }

    /** The cards of one list; none where it is left out. */
    public List<RecordCard> cards(String id) {
        return Stream.concat(waiting.stream(), onRecord.stream())
                .filter(section -> section.id().equals(id))
                .findFirst()
                .map(Cards::cards)
                .orElse(List.of());
    }

    public boolean isSending() {
        return state == MemberState.PRK;
    }
}
