package org.stele.events.claims;

import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCount;
import org.stele.events.Sealed;
import org.stele.events.SourceReference;
import org.stele.events.Tags;

/**
 * A Member State claimed an exception of paragraph 8 for some persons.
 *
 * @param count null where the State gave no number
 * @param effectiveOn from when the claim holds, where the State says so
 * @param claimed the day or days on which it was made to the Committee
 * @param ground null where it tells of a protected status: it is sealed then
 * @param summary null where the ground is sealed, and sealed with it
 * @param source null where the ground is sealed, and sealed with it
 * @param sealed a {@link ProtectedClaim} under a key; null where the ground is not protected
 */
@Event(namespace = "claims", name = "ExemptionClaimed", version = "2")
public record ExemptionClaimed(
        @EventTag(key = Tags.MEMBER_STATE) MemberState memberState,
        @EventTag(key = Tags.CLAIM) FilingId claim,
        @Nullable ExemptionGround ground,
        @Nullable PersonsCount count,
        @Nullable PartialDate effectiveOn,
        PartialDate claimed,
        @Nullable String summary,
        @Nullable SourceReference source,
        @Nullable Sealed sealed)
        implements ClaimEvent {}
