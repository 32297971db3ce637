package org.stele.events.custody;

import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.stele.events.FilingId;
import org.stele.events.Sha256Digest;
import org.stele.events.Tags;

/**
 * A second person confirmed that the ledger continues although the event at one position is damaged, exactly as it was
 * found. Its body is no longer shown as the event's.
 *
 * @param damage the id of any damage at the position
 * @param position of the damaged event
 * @param leafHash that the tree holds for it, and keeps
 * @param foundSha256 digest of everything found at the position
 * @param found what is wrong there, in words
 * @param proposedBy staff id
 * @param acceptedBy staff id of another person
 */
@Event(namespace = "custody", name = "DamageAccepted", version = "1")
public record DamageAccepted(
        @EventTag(key = Tags.CUSTODY) CustodyMatter matter,
        @EventTag(key = Tags.DAMAGE) FilingId damage,
        long position,
        Sha256Digest leafHash,
        Sha256Digest foundSha256,
        String found,
        String reason,
        String proposedBy,
        String acceptedBy)
        implements CustodyEvent {}
