package org.stele.events.screening;

import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.Tags;

/** A reviewer, who is not the analyst, confirmed the proposed verdict. */
@Event(namespace = "screening", name = "ScreeningVerdictConfirmed", version = "1")
public record ScreeningVerdictConfirmed(
        @EventTag(key = Tags.MEMBER_STATE) MemberState memberState,
        @EventTag(key = Tags.SCREENING) FilingId screening,
        Disposition disposition,
        String analyst,
        String reviewer)
        implements CaseEvent {}
