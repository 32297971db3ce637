package org.stele.events.attestation;

import java.time.LocalDate;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.MonitoringBody;
import org.stele.events.Tags;

/**
 * The chair, or a monitoring body, asked a Member State what an attestation means.
 *
 * @param askedBy null where the chair asked
 * @param discrepancy the discrepancy that the question is about; null where it is about none
 */
@Event(namespace = "attestation", name = "ClarificationRequested", version = "2")
public record ClarificationRequested(
        @EventTag(key = Tags.MEMBER_STATE) MemberState memberState,
        @EventTag(key = Tags.ATTESTATION) FilingId attestation,
        @EventTag(key = Tags.CLARIFICATION) FilingId clarification,
        String question,
        LocalDate requestedOn,
        @Nullable MonitoringBody askedBy,
        @Nullable FilingId discrepancy)
        implements AttestationEvent {}
