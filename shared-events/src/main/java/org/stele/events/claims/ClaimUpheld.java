package org.stele.events.claims;

import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.events.Tags;

/** The Committee upheld a claim. */
@Event(namespace = "claims", name = "ClaimUpheld", version = "1")
public record ClaimUpheld(
        @EventTag(key = Tags.MEMBER_STATE) MemberState memberState,
        @EventTag(key = Tags.CLAIM) FilingId claim,
        PartialDate upheld,
        @Nullable String reason)
        implements ClaimEvent {}
