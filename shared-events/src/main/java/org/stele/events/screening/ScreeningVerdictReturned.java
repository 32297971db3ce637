package org.stele.events.screening;

import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.Tags;

/** A reviewer, who is not the analyst, returned the proposed verdict. */
@Event(namespace = "screening", name = "ScreeningVerdictReturned", version = "1")
public record ScreeningVerdictReturned(
        @EventTag(key = Tags.MEMBER_STATE) MemberState memberState,
        @EventTag(key = Tags.SCREENING) FilingId screening,
        String analyst,
        String reviewer,
        String reason)
        implements CaseEvent {}
