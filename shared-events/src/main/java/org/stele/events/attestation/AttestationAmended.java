package org.stele.events.attestation;

import java.time.LocalDate;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.SourceReference;
import org.stele.events.Tags;

/**
 * A Member State replaced the content of an attestation by a new version. The versions before it stay on record.
 *
 * @param version 2 or more
 * @param submittedOn the day in New York on which it was entered here
 * @param document that the new version came in; null where nothing is stated of it
 */
@Event(namespace = "attestation", name = "AttestationAmended", version = "2")
public record AttestationAmended(
        @EventTag(key = Tags.MEMBER_STATE) MemberState memberState,
        @EventTag(key = Tags.ATTESTATION) FilingId attestation,
        int version,
        AttestationContent content,
        String reason,
        LocalDate submittedOn,
        @Nullable SourceReference source,
        @Nullable CommitteeDocument document)
        implements AttestationEvent {}
