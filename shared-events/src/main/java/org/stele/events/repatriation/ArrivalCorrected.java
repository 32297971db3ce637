package org.stele.events.repatriation;

import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCategory;
import org.stele.events.PersonsCount;
import org.stele.events.Tags;

/** A Member State replaced what it had recorded of an arrival. What it said before stays on record. */
@Event(namespace = "repatriation", name = "ArrivalCorrected", version = "1")
public record ArrivalCorrected(
        @EventTag(key = Tags.MEMBER_STATE) MemberState memberState,
        @EventTag(key = Tags.ARRIVAL) FilingId arrival,
        int version,
        PersonsCategory category,
        PersonsCount count,
        PartialDate arrived,
        String reason,
        PartialDate received)
        implements RepatriationEvent {}
