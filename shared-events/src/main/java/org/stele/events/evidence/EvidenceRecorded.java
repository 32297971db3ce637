package org.stele.events.evidence;

import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.MonitoringBody;
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
 * @param measure null where nobody said what the figure counts
 * @param confidential for the Committee and auditors only (rules, 4.8)
 * @param recordedBy the monitoring body that recorded it; null where none did
 */
@Event(namespace = "evidence", name = "EvidenceRecorded", version = "2")
public record EvidenceRecorded(
        @EventTag(key = Tags.MEMBER_STATE) MemberState memberState,
        @EventTag(key = Tags.EVIDENCE) FilingId evidence,
        EvidenceKind kind,
        PartialDate asOf,
        PartialDate received,
        @Nullable PersonsCount figure,
        boolean contests,
        String statement,
        @Nullable SourceReference source,
        @Nullable EvidenceMeasure measure,
        boolean confidential,
        @Nullable MonitoringBody recordedBy)
        implements EvidenceEvent {}
