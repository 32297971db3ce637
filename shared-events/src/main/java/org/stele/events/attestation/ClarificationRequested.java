package org.stele.events.attestation;

import java.time.LocalDate;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.Tags;

/** The chair asked a Member State what an attestation means. */
@Event(namespace = "attestation", name = "ClarificationRequested", version = "1")
public record ClarificationRequested(
        @EventTag(key = Tags.MEMBER_STATE) MemberState memberState,
        @EventTag(key = Tags.ATTESTATION) FilingId attestation,
        FilingId clarification,
        String question,
        LocalDate requestedOn)
        implements AttestationEvent {}
