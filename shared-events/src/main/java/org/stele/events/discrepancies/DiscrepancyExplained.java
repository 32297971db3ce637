package org.stele.events.discrepancies;

import java.time.LocalDate;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.Tags;

/** A Member State explained a discrepancy of its own. */
@Event(namespace = "discrepancies", name = "DiscrepancyExplained", version = "1")
public record DiscrepancyExplained(
        @EventTag(key = Tags.MEMBER_STATE) MemberState memberState,
        @EventTag(key = Tags.DISCREPANCY) FilingId discrepancy,
        DiscrepancySubject subject,
        String text,
        LocalDate explainedOn)
        implements DiscrepancyEvent {}
