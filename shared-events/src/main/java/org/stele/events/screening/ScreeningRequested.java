package org.stele.events.screening;

import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.SubjectRef;
import org.stele.events.Tags;

/** A Member State asked for a subject to be screened. */
@Event(namespace = "screening", name = "ScreeningRequested", version = "1")
public record ScreeningRequested(
        @EventTag(key = Tags.MEMBER_STATE) MemberState memberState,
        @EventTag(key = Tags.SCREENING) FilingId screening,
        @EventTag(key = Tags.SUBJECT) SubjectRef subject,
        SubjectKind subjectKind,
        Question question,
        Trigger trigger)
        implements CaseEvent {}
