package org.stele.query.page.screenings;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.query.page.Options;
import org.stele.query.page.RecordField;
import org.stele.web.page.Frame;
import org.stele.web.page.ViewPoint;

/**
 * One screening, prepared for its template.
 *
 * @param kicker its State
 * @param status in words; empty for a reader who is given the verdict alone
 * @param reopened why no verdict stands any more; empty where nothing was reopened
 * @param marks what is to be known of the result before anybody relies on it
 * @param candidates of the last result, with what was said of each
 * @param indicators of the proposal, each with what was seen
 * @param others further screenings of the same subject that have a result, to compare with; without choices where there are none
 * @param compared null where nothing is compared
 * @param withheld that more is not shown to the reader; empty where all is shown
 */
public record ScreeningPage(
        Frame frame,
        ViewPoint point,
        String listLink,
        String kicker,
        String status,
        String reopened,
        List<RecordField> subject,
        List<RecordField> result,
        List<RecordField> marks,
        List<Candidate> candidates,
        List<RecordField> verdict,
        List<RecordField> indicators,
        List<Step> steps,
        Options others,
        @Nullable Compared compared,
        String withheld,
        boolean demo) {

    /**
     * One candidate of the result.
     *
     * @param disposition what the last proposal says of it; empty where nothing was said
     */
    public record Candidate(
            String entry,
            String score,
            String match,
            String features,
            String disposition,
            String reason,
            String rationale) {}

    /**
     * One event.
     *
     * @param detail what else it says; empty where all of it stands above
     * @param link to the event
     */
    public record Step(String what, String detail, String on, String by, String entry, String link) {}

    /**
     * Two results of the subject beside each other.
     *
     * @param explanation what the two were not searched with alike, in words
     * @param entries each with its earlier and its later score
     */
    public record Compared(String earlier, String later, String explanation, List<Entry> entries) {

        /** @param change what happened to the entry between the two versions; empty where nothing did */
        public record Entry(String entry, String earlier, String later, String change) {}

        public Compared {
            entries = List.copyOf(entries);
        }
    }

    public ScreeningPage {
        subject = List.copyOf(subject);
        result = List.copyOf(result);
        marks = List.copyOf(marks);
        candidates = List.copyOf(candidates);
        verdict = List.copyOf(verdict);
        indicators = List.copyOf(indicators);
        steps = List.copyOf(steps);
    }

    public String text(String key, Object... arguments) {
        return frame.text(key, arguments);
    }
}
