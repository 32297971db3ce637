package org.stele.events.discrepancies;

import java.time.LocalDate;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.Tags;

/** The chair decided that a discrepancy is settled; the custodian, where it rests on filings of two States. */
@Event(namespace = "discrepancies", name = "DiscrepancyResolved", version = "1")
public record DiscrepancyResolved(
        @EventTag(key = Tags.MEMBER_STATE) MemberState memberState,
        @EventTag(key = Tags.DISCREPANCY) FilingId discrepancy,
        DiscrepancySubject subject,
        String text,
        LocalDate resolvedOn)
        implements DiscrepancyEvent {}
