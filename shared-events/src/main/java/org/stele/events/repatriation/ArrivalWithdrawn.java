package org.stele.events.repatriation;

import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.events.Tags;

/** A Member State withdrew a recorded arrival. */
@Event(namespace = "repatriation", name = "ArrivalWithdrawn", version = "1")
public record ArrivalWithdrawn(
        @EventTag(key = Tags.MEMBER_STATE) MemberState memberState,
        @EventTag(key = Tags.ARRIVAL) FilingId arrival,
        String reason,
        PartialDate received)
        implements RepatriationEvent {}
