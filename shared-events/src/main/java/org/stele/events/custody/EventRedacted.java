package org.stele.events.custody;

import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.stele.events.FilingId;
import org.stele.events.Sha256Digest;
import org.stele.events.Tags;

/**
 * A second person confirmed that the body of one event be removed. Body and salt are removed right after this is recorded; leaf,
 * proofs and what the tables hold besides stay.
 *
 * @param redaction the id of the redaction of the position
 * @param position of the event
 * @param leafHash that the tree holds for it, and keeps
 * @param remainsSha256 digest of everything that stays at the position
 * @param reason that repeats nothing of the body
 * @param proposedBy staff id
 * @param confirmedBy staff id of another person
 */
@Event(namespace = "custody", name = "EventRedacted", version = "1")
public record EventRedacted(
        @EventTag(key = Tags.CUSTODY) CustodyMatter matter,
        @EventTag(key = Tags.REDACTION) FilingId redaction,
        long position,
        Sha256Digest leafHash,
        Sha256Digest remainsSha256,
        String reason,
        String proposedBy,
        String confirmedBy)
        implements CustodyEvent {}
