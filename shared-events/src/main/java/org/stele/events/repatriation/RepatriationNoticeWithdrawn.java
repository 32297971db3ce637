package org.stele.events.repatriation;

import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.events.Tags;

/** A Member State withdrew a notice. */
@Event(namespace = "repatriation", name = "RepatriationNoticeWithdrawn", version = "1")
public record RepatriationNoticeWithdrawn(
        @EventTag(key = Tags.MEMBER_STATE) MemberState memberState,
        @EventTag(key = Tags.NOTICE) FilingId notice,
        String reason,
        PartialDate received)
        implements RepatriationEvent {}
