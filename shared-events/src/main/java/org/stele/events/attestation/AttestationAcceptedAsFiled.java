package org.stele.events.attestation;

import java.time.LocalDate;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.Tags;

/** The chair accepted a version of an attestation as formally complete, without judging its content. */
@Event(namespace = "attestation", name = "AttestationAcceptedAsFiled", version = "1")
public record AttestationAcceptedAsFiled(
        @EventTag(key = Tags.MEMBER_STATE) MemberState memberState,
        @EventTag(key = Tags.ATTESTATION) FilingId attestation,
        int version,
        LocalDate acceptedOn)
        implements AttestationEvent {}
