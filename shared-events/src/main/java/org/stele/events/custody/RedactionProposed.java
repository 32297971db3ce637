package org.stele.events.custody;

import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.stele.events.FilingId;
import org.stele.events.Sha256Digest;
import org.stele.events.Tags;

/**
 * The custodian proposed that the body of one event be removed, because it tells what must not be kept.
 *
 * @param redaction the id of the redaction of the position
 * @param position of the event
 * @param leafHash that the tree holds for it, and keeps
 * @param reason that repeats nothing of the body
 * @param proposedBy staff id
 */
@Event(namespace = "custody", name = "RedactionProposed", version = "1")
public record RedactionProposed(
        @EventTag(key = Tags.CUSTODY) CustodyMatter matter,
        @EventTag(key = Tags.REDACTION) FilingId redaction,
        long position,
        Sha256Digest leafHash,
        String reason,
        String proposedBy)
        implements CustodyEvent {}
