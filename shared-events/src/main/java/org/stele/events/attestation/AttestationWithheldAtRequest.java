package org.stele.events.attestation;

import java.time.LocalDate;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.Tags;

/** The registrar withheld the text of an attestation because its State asked for that. */
@Event(namespace = "attestation", name = "AttestationWithheldAtRequest", version = "2")
public record AttestationWithheldAtRequest(
        @EventTag(key = Tags.MEMBER_STATE) MemberState memberState,
        @EventTag(key = Tags.ATTESTATION) FilingId attestation,
        int version,
        LocalDate withheldOn,
        @Nullable String reason)
        implements AttestationEvent {}
