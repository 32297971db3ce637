package org.stele.events.attestation;

import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.events.Tags;

/**
 * A Member State withdrew an attestation. It stays on record as withdrawn.
 *
 * @param received the day or days on which the Committee learnt of the withdrawal
 */
@Event(namespace = "attestation", name = "AttestationWithdrawn", version = "1")
public record AttestationWithdrawn(
        @EventTag(key = Tags.MEMBER_STATE) MemberState memberState,
        @EventTag(key = Tags.ATTESTATION) FilingId attestation,
        String reason,
        PartialDate received)
        implements AttestationEvent {}
