package org.stele.events.claims;

import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.events.Tags;

/**
 * A Member State withdrew a claim.
 *
 * @param withdrawn the day or days on which the Committee learnt of it
 */
@Event(namespace = "claims", name = "ClaimWithdrawn", version = "1")
public record ClaimWithdrawn(
        @EventTag(key = Tags.MEMBER_STATE) MemberState memberState,
        @EventTag(key = Tags.CLAIM) FilingId claim,
        String reason,
        PartialDate withdrawn)
        implements ClaimEvent {}
