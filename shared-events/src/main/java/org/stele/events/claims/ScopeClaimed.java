package org.stele.events.claims;

import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCount;
import org.stele.events.SourceReference;
import org.stele.events.Tags;

/**
 * A Member State claimed that some persons are outside paragraph 8.
 *
 * @param count null where the State gave no number
 * @param effectiveOn from when the claim holds, where the State says so
 * @param claimed the day or days on which it was made to the Committee
 */
@Event(namespace = "claims", name = "ScopeClaimed", version = "1")
public record ScopeClaimed(
        @EventTag(key = Tags.MEMBER_STATE) MemberState memberState,
        @EventTag(key = Tags.CLAIM) FilingId claim,
        ScopeGround ground,
        @Nullable PersonsCount count,
        @Nullable PartialDate effectiveOn,
        PartialDate claimed,
        @Nullable String summary,
        @Nullable SourceReference source)
        implements ClaimEvent {}
