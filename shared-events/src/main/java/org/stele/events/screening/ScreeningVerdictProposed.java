package org.stele.events.screening;

import java.time.LocalDate;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.StateEvent;
import org.stele.events.Tags;

/**
 * An analyst proposed what the hits of a screening mean.
 *
 * @param analyst staff id of the analyst
 * @param supersedes the screening whose verdict this one replaces
 * @param validUntil the last day on which the verdict may be relied on
 */
@Event(namespace = "screening", name = "ScreeningVerdictProposed", version = "1")
public record ScreeningVerdictProposed(
        @EventTag(key = Tags.MEMBER_STATE) MemberState memberState,
        @EventTag(key = Tags.SCREENING) FilingId screening,
        Disposition disposition,
        String reasonCode,
        String rationale,
        String analyst,
        @Nullable FilingId supersedes,
        @Nullable LocalDate validUntil)
        implements ScreeningEvent, StateEvent {}
