package org.stele.events.screening;

import java.util.List;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.Sha256Digest;
import org.stele.events.SubjectRef;
import org.stele.events.Tags;

/**
 * A screener found no candidate at or above the threshold.
 *
 * @param listVersion digest of the version that was searched; null where nobody stated it
 * @param candidates those below the threshold that the screener returned
 * @param marks in the order of {@link Mark}
 */
@Event(namespace = "screening", name = "ScreeningClearedWithoutHit", version = "2")
public record ScreeningClearedWithoutHit(
        @EventTag(key = Tags.MEMBER_STATE) MemberState memberState,
        @EventTag(key = Tags.SCREENING) FilingId screening,
        @EventTag(key = Tags.SUBJECT) SubjectRef subject,
        SubjectKind subjectKind,
        Question question,
        Trigger trigger,
        Screener screener,
        @Nullable Sha256Digest listVersion,
        ScreenerSettings settings,
        List<Candidate> candidates,
        List<Mark> marks)
        implements CaseEvent {

    public ScreeningClearedWithoutHit {
        candidates = List.copyOf(candidates);
        marks = List.copyOf(marks);
    }
}
