package org.stele.events.screening;

import java.util.List;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.Sha256Digest;
import org.stele.events.StateEvent;
import org.stele.events.SubjectRef;
import org.stele.events.Tags;

/**
 * A screener found no candidate at or above the threshold.
 *
 * @param queryAttributesSha256 digest of what was searched for; the attributes are kept outside the ledger
 * @param candidates those below the threshold that the screener returned
 */
@Event(namespace = "screening", name = "ScreeningClearedWithoutHit", version = "1")
public record ScreeningClearedWithoutHit(
        @EventTag(key = Tags.MEMBER_STATE) MemberState memberState,
        @EventTag(key = Tags.SCREENING) FilingId screening,
        SubjectRef subject,
        SubjectKind subjectKind,
        Question question,
        Trigger trigger,
        Sha256Digest queryAttributesSha256,
        ListVersion listVersion,
        Algorithm algorithm,
        List<Candidate> candidates)
        implements ScreeningEvent, StateEvent {}
