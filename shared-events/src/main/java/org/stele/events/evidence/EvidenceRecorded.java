package org.stele.events.evidence;

import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCount;
import org.stele.events.SourceReference;
import org.stele.events.Tags;

/**
 * A source other than the State's filings made a statement about persons in a State.
 *
 * @param asOf the day or days that it speaks of
 * @param received the day or days on which the Committee or its monitors had it
 * @param figure the number of persons that it states; null where it states none
 * @param contests whether it contradicts what the State attested
 */
@Event(namespace = "evidence", name = "EvidenceRecorded", version = "1")
public record EvidenceRecorded(
        @EventTag(key = Tags.MEMBER_STATE) MemberState memberState,
        @EventTag(key = Tags.EVIDENCE) FilingId evidence,
        EvidenceKind kind,
        PartialDate asOf,
        PartialDate received,
        @Nullable PersonsCount figure,
        boolean contests,
        String statement,
        @Nullable SourceReference source)
        implements EvidenceEvent {}
