package org.stele.events.repatriation;

import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;
import org.stele.events.Baseline;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCategory;
import org.stele.events.SourceReference;
import org.stele.events.Tags;

/** A Member State declared how many persons of one category were there on a day. */
@Event(namespace = "repatriation", name = "BaselineDeclared", version = "2")
public record BaselineDeclared(
        @EventTag(key = Tags.MEMBER_STATE) MemberState memberState,
        @EventTag(key = Tags.BASELINE) FilingId declaration,
        PersonsCategory category,
        Baseline baseline,
        PartialDate asOf,
        PartialDate received,
        @Nullable SourceReference source)
        implements RepatriationEvent {}
