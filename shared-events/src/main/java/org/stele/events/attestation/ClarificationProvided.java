package org.stele.events.attestation;

import java.time.LocalDate;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.Tags;

/** A Member State answered a question about an attestation. */
@Event(namespace = "attestation", name = "ClarificationProvided", version = "1")
public record ClarificationProvided(
        @EventTag(key = Tags.MEMBER_STATE) MemberState memberState,
        @EventTag(key = Tags.ATTESTATION) FilingId attestation,
        @EventTag(key = Tags.CLARIFICATION) FilingId clarification,
        String answer,
        LocalDate providedOn)
        implements AttestationEvent {}
