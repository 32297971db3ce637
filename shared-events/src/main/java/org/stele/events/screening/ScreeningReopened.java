package org.stele.events.screening;

import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.StateEvent;
import org.stele.events.Tags;

/**
 * A confirmed verdict is no longer valid, because its basis changed.
 *
 * @param listVersion the version that changed an entry; null where the subject changed
 */
@Event(namespace = "screening", name = "ScreeningReopened", version = "1")
public record ScreeningReopened(
        @EventTag(key = Tags.MEMBER_STATE) MemberState memberState,
        @EventTag(key = Tags.SCREENING) FilingId screening,
        ReopeningCause cause,
        @Nullable ListVersion listVersion,
        String reason)
        implements ScreeningEvent, StateEvent {}
