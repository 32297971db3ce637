package org.stele.events.claims;

import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.MonitoringBody;
import org.stele.events.PartialDate;
import org.stele.events.Tags;

/**
 * A monitoring body disputed a claim, or is on record as disputing it before it was made.
 *
 * @param disputed the day or days of the dispute
 */
@Event(namespace = "claims", name = "ClaimDisputed", version = "1")
public record ClaimDisputed(
        @EventTag(key = Tags.MEMBER_STATE) MemberState memberState,
        @EventTag(key = Tags.CLAIM) FilingId claim,
        MonitoringBody disputedBy,
        PartialDate disputed,
        @Nullable String reason)
        implements ClaimEvent {}
