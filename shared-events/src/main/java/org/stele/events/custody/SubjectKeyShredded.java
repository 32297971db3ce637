package org.stele.events.custody;

import java.util.UUID;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.stele.events.Tags;

/**
 * The custodian had the key of a subject destroyed: what is sealed under it can be read by nobody any more, and every proof holds.
 * The key is destroyed right after this is recorded, and again wherever a copy of the store comes back.
 *
 * @param key the id that the store gave it: random, and in no other event where anybody without the store could read it
 * @param reason that tells nothing of the subject
 * @param shreddedBy staff id
 */
@Event(namespace = "custody", name = "SubjectKeyShredded", version = "1")
public record SubjectKeyShredded(
        @EventTag(key = Tags.CUSTODY) CustodyMatter matter, UUID key, String reason, String shreddedBy)
        implements CustodyEvent {}
