package org.stele.events.screening;

import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;
import org.stele.events.Sha256Digest;
import org.stele.events.Tags;
import org.stele.events.screening.list.ListDelta;

/**
 * The registrar let a version stand that was held.
 *
 * @param previous the version that stood until now; null for the first
 * @param delta against that version; null for the first
 */
@Event(namespace = "screening", name = "ListVersionReleased", version = "1")
public record ListVersionReleased(
        @EventTag(key = Tags.LIST) String list,
        Sha256Digest sha256,
        String reason,
        @Nullable Sha256Digest previous,
        @Nullable ListDelta delta)
        implements ListEvent {}
