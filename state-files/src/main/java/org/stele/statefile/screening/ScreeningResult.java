package org.stele.statefile.screening;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.events.Sha256Digest;
import org.stele.events.SubjectRef;
import org.stele.events.screening.Candidate;
import org.stele.events.screening.CaseEvent;
import org.stele.events.screening.Mark;
import org.stele.events.screening.Question;
import org.stele.events.screening.Screener;
import org.stele.events.screening.ScreenerSettings;
import org.stele.events.screening.ScreeningClearedWithoutHit;
import org.stele.events.screening.ScreeningHitsRecorded;
import org.stele.events.screening.SubjectKind;
import org.stele.events.screening.Trigger;

/**
 * What a screener answered, with hits or without.
 *
 * @param hasHits whether there are candidates at or above the threshold, or it is not known which are
 * @param listVersion that was searched; null where nobody stated it
 */
public record ScreeningResult(
        long position,
        Instant recordedAt,
        boolean hasHits,
        SubjectRef subject,
        SubjectKind subjectKind,
        Question question,
        Trigger trigger,
        Screener screener,
        @Nullable Sha256Digest listVersion,
        ScreenerSettings settings,
        List<Candidate> candidates,
        List<Mark> marks) {

    public ScreeningResult {
        candidates = List.copyOf(candidates);
        marks = List.copyOf(marks);
    }

    /** Null for an event that is no result. */
    static @Nullable ScreeningResult of(ScreeningStep<?> step) {
        CaseEvent event = step.event();
        if (event instanceof ScreeningHitsRecorded e) {
            return new ScreeningResult(
                    step.position(),
                    step.recordedAt(),
                    true,
                    e.subject(),
                    e.subjectKind(),
                    e.question(),
                    e.trigger(),
                    e.screener(),
                    e.listVersion(),
                    e.settings(),
                    e.candidates(),
                    e.marks());
        }
        if (event instanceof ScreeningClearedWithoutHit e) {
            return new ScreeningResult(
                    step.position(),
                    step.recordedAt(),
                    false,
                    e.subject(),
                    e.subjectKind(),
                    e.question(),
                    e.trigger(),
                    e.screener(),
                    e.listVersion(),
                    e.settings(),
                    e.candidates(),
                    e.marks());
        }
        return null;
    }
}
