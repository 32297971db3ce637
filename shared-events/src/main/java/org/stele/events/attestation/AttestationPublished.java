package org.stele.events.attestation;

import java.time.LocalDate;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.Tags;

/**
 * The registrar published a version of an attestation.
 *
 * @param dayAssumed nobody stated the day: it is that of the receipt
 * @param document the days of its texts, where they are stated
 */
@Event(namespace = "attestation", name = "AttestationPublished", version = "2")
public record AttestationPublished(
        @EventTag(key = Tags.MEMBER_STATE) MemberState memberState,
        @EventTag(key = Tags.ATTESTATION) FilingId attestation,
        int version,
        LocalDate publishedOn,
        boolean dayAssumed,
        @Nullable CommitteeDocument document)
        implements AttestationEvent {}
