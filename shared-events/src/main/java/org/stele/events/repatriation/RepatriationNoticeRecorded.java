package org.stele.events.repatriation;

import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.events.SourceReference;
import org.stele.events.Tags;

/**
 * A Member State gave notice that persons left.
 *
 * @param received the day or days on which the Committee received it
 * @param source where the registrar read it, for an old filing
 */
@Event(namespace = "repatriation", name = "RepatriationNoticeRecorded", version = "2")
public record RepatriationNoticeRecorded(
        @EventTag(key = Tags.MEMBER_STATE) MemberState memberState,
        @EventTag(key = Tags.NOTICE) FilingId notice,
        NoticeContent content,
        PartialDate received,
        @Nullable SourceReference source)
        implements RepatriationEvent {}
