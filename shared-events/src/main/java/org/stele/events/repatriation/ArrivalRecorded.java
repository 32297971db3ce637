package org.stele.events.repatriation;

import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCategory;
import org.stele.events.PersonsCount;
import org.stele.events.SourceReference;
import org.stele.events.Tags;

/** A Member State recorded that persons came. */
@Event(namespace = "repatriation", name = "ArrivalRecorded", version = "2")
public record ArrivalRecorded(
        @EventTag(key = Tags.MEMBER_STATE) MemberState memberState,
        @EventTag(key = Tags.ARRIVAL) FilingId arrival,
        PersonsCategory category,
        PersonsCount count,
        PartialDate arrived,
        PartialDate received,
        @Nullable SourceReference source)
        implements RepatriationEvent {}
