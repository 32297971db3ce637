package org.stele.events.attestation;

import java.time.LocalDate;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.ObligationId;
import org.stele.events.SourceReference;
import org.stele.events.Tags;

/**
 * A Member State submitted an attestation. It is on record from then on; the Committee has it once it is received.
 *
 * @param submittedOn the day in New York on which it was entered here
 * @param source where the registrar read it, for an old filing
 * @param document that it came in; null where nothing is stated of it
 */
@Event(namespace = "attestation", name = "AttestationSubmitted", version = "2")
public record AttestationSubmitted(
        @EventTag(key = Tags.MEMBER_STATE) MemberState memberState,
        @EventTag(key = Tags.ATTESTATION) FilingId attestation,
        @EventTag(key = Tags.OBLIGATION) ObligationId obligation,
        AttestationContent content,
        LocalDate submittedOn,
        @Nullable SourceReference source,
        @Nullable CommitteeDocument document)
        implements AttestationEvent {}
