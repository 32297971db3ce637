package org.stele.events.attestation;

import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.events.Tags;

/**
 * The registrar entered one version of an attestation as received by the Committee.
 *
 * @param version 1 for what was submitted first, one more for each amendment
 * @param received the day or days on which the Committee received it
 * @param reference the number that the Committee gave it
 * @param document what the registrar states of it; null where nothing
 */
@Event(namespace = "attestation", name = "AttestationReceived", version = "2")
public record AttestationReceived(
        @EventTag(key = Tags.MEMBER_STATE) MemberState memberState,
        @EventTag(key = Tags.ATTESTATION) FilingId attestation,
        int version,
        PartialDate received,
        @Nullable String reference,
        @Nullable CommitteeDocument document)
        implements AttestationEvent {}
