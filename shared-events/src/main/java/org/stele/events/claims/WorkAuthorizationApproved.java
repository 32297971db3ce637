package org.stele.events.claims;

import java.time.LocalDate;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.PersonsCount;
import org.stele.events.Tags;

/** The Committee approved work authorizations in advance; S/RES/2371 (2017), para. 11, and S/RES/2375 (2017), para. 17. */
@Event(namespace = "claims", name = "WorkAuthorizationApproved", version = "1")
public record WorkAuthorizationApproved(
        @EventTag(key = Tags.MEMBER_STATE) MemberState memberState,
        FilingId approval,
        PersonsCount count,
        String purpose,
        LocalDate approvedOn)
        implements ClaimEvent {}
