package org.stele.events.screening;

import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.Tags;

/**
 * A reviewer, who is not the analyst, returned the proposed verdict.
 *
 * @param supersedes the screening whose verdict it would have replaced; null also where an older build recorded it
 */
@Event(namespace = "screening", name = "ScreeningVerdictReturned", version = "2")
public record ScreeningVerdictReturned(
        @EventTag(key = Tags.MEMBER_STATE) MemberState memberState,
        @EventTag(key = Tags.SCREENING) FilingId screening,
        String analyst,
        String reviewer,
        String reason,
        @EventTag(key = Tags.SUPERSEDES) @Nullable FilingId supersedes)
        implements CaseEvent {}
