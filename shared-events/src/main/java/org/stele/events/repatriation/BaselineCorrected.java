package org.stele.events.repatriation;

import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.stele.events.Baseline;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCategory;
import org.stele.events.Tags;

/** A Member State replaced what it had declared of a baseline. What it said before stays on record. */
@Event(namespace = "repatriation", name = "BaselineCorrected", version = "1")
public record BaselineCorrected(
        @EventTag(key = Tags.MEMBER_STATE) MemberState memberState,
        @EventTag(key = Tags.BASELINE) FilingId declaration,
        int version,
        PersonsCategory category,
        Baseline baseline,
        PartialDate asOf,
        String reason,
        PartialDate received)
        implements RepatriationEvent {}
