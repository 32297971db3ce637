package org.stele.events.repatriation;

import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.events.Tags;

/** A Member State replaced the content of a notice. What it said before stays on record. */
@Event(namespace = "repatriation", name = "RepatriationNoticeCorrected", version = "2")
public record RepatriationNoticeCorrected(
        @EventTag(key = Tags.MEMBER_STATE) MemberState memberState,
        @EventTag(key = Tags.NOTICE) FilingId notice,
        int version,
        NoticeContent content,
        String reason,
        PartialDate received)
        implements RepatriationEvent {}
