package org.stele.events.screening;

import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.Tags;

/**
 * A reviewer, who is not the analyst, confirmed the proposed verdict.
 *
 * @param supersedes the screening whose verdict it replaces, as proposed; null also where an older build recorded it
 */
@Event(namespace = "screening", name = "ScreeningVerdictConfirmed", version = "2")
public record ScreeningVerdictConfirmed(
        @EventTag(key = Tags.MEMBER_STATE) MemberState memberState,
        @EventTag(key = Tags.SCREENING) FilingId screening,
        Disposition disposition,
        String analyst,
        String reviewer,
        @EventTag(key = Tags.SUPERSEDES) @Nullable FilingId supersedes)
        implements CaseEvent {}
