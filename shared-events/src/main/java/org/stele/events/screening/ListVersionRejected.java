package org.stele.events.screening;

import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.stele.events.Sha256Digest;
import org.stele.events.Tags;

/** The registrar rejected a version that was held: the one before goes on to stand. */
@Event(namespace = "screening", name = "ListVersionRejected", version = "1")
public record ListVersionRejected(@EventTag(key = Tags.LIST) String list, Sha256Digest sha256, String reason)
        implements ListEvent {}
