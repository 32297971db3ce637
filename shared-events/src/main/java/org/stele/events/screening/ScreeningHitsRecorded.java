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
 * A screener found candidates at or above the threshold, or it is not known which of those that it found are.
 *
 * @param listVersion digest of the version that was searched; null where nobody stated it
 * @param marks in the order of {@link Mark}
 */
@Event(namespace = "screening", name = "ScreeningHitsRecorded", version = "2")
public record ScreeningHitsRecorded(
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

    public ScreeningHitsRecorded {
        candidates = List.copyOf(candidates);
        marks = List.copyOf(marks);
    }
}
