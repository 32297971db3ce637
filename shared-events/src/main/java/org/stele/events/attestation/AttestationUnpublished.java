package org.stele.events.attestation;

import java.time.LocalDate;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.Tags;

/** The registrar took an attestation that was published off the page again. */
@Event(namespace = "attestation", name = "AttestationUnpublished", version = "1")
public record AttestationUnpublished(
        @EventTag(key = Tags.MEMBER_STATE) MemberState memberState,
        @EventTag(key = Tags.ATTESTATION) FilingId attestation,
        LocalDate unpublishedOn,
        String reason)
        implements AttestationEvent {}
