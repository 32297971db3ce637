package org.stele.events.custody;

import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.stele.events.FilingId;
import org.stele.events.Sha256Digest;
import org.stele.events.Tags;

/**
 * Somebody proposed that the ledger continue although the event at one position is damaged, exactly as it was found.
 *
 * @param damage the id of any damage at the position
 * @param position of the damaged event
 * @param leafHash that the tree holds for it, and keeps
 * @param foundSha256 digest of everything found at the position
 * @param found what is wrong there, in words
 * @param proposedBy staff id
 */
@Event(namespace = "custody", name = "DamageAcceptanceProposed", version = "1")
public record DamageAcceptanceProposed(
        @EventTag(key = Tags.CUSTODY) CustodyMatter matter,
        @EventTag(key = Tags.DAMAGE) FilingId damage,
        long position,
        Sha256Digest leafHash,
        Sha256Digest foundSha256,
        String found,
        String reason,
        String proposedBy)
        implements CustodyEvent {}
