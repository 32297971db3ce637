package org.stele.events.screening;

import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.SubjectRef;
import org.stele.events.Tags;

/**
 * A screening run broke off, or answered in part only: it is no clear.
 *
 * @param reasonCode short name of what failed
 * @param detail in words; null where nothing is said
 */
@Event(namespace = "screening", name = "ScreeningFailed", version = "1")
public record ScreeningFailed(
        @EventTag(key = Tags.MEMBER_STATE) MemberState memberState,
        @EventTag(key = Tags.SCREENING) FilingId screening,
        @EventTag(key = Tags.SUBJECT) SubjectRef subject,
        String reasonCode,
        @Nullable String detail)
        implements CaseEvent {}
