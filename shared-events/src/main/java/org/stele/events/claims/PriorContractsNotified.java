package org.stele.events.claims;

import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCount;
import org.stele.events.Tags;

/** A Member State notified contracts concluded before S/RES/2375 (2017); para. 17. */
@Event(namespace = "claims", name = "PriorContractsNotified", version = "1")
public record PriorContractsNotified(
        @EventTag(key = Tags.MEMBER_STATE) MemberState memberState,
        FilingId notification,
        @Nullable PersonsCount count,
        @Nullable PartialDate expectedEnd,
        PartialDate received)
        implements ClaimEvent {}
