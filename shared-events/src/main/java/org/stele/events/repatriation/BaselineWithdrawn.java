package org.stele.events.repatriation;

import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.events.Tags;

/** A Member State withdrew a declared baseline. */
@Event(namespace = "repatriation", name = "BaselineWithdrawn", version = "1")
public record BaselineWithdrawn(
        @EventTag(key = Tags.MEMBER_STATE) MemberState memberState,
        @EventTag(key = Tags.BASELINE) FilingId declaration,
        String reason,
        PartialDate received)
        implements RepatriationEvent {}
