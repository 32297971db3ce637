package org.stele.events.evidence;

import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.events.Tags;

/** A piece of evidence was answered and no longer counts. */
@Event(namespace = "evidence", name = "EvidenceResolved", version = "1")
public record EvidenceResolved(
        @EventTag(key = Tags.MEMBER_STATE) MemberState memberState,
        @EventTag(key = Tags.EVIDENCE) FilingId evidence,
        PartialDate resolved,
        String resolution)
        implements EvidenceEvent {}
