package org.stele.events.custody;

import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;
import org.stele.events.Role;
import org.stele.events.Tags;

/**
 * Somebody was given what is sealed in an event. It is recorded before the answer is given, whether or not it arrives.
 *
 * @param position of the event
 * @param person which of the persons that a notice refers to, counted from 1; null where the event seals something else
 * @param reason that repeats nothing of what is sealed
 * @param readBy staff id
 * @param role in which it was read
 */
@Event(namespace = "custody", name = "SealedDataRead", version = "1")
public record SealedDataRead(
        @EventTag(key = Tags.CUSTODY) CustodyMatter matter,
        long position,
        @Nullable Integer person,
        String reason,
        String readBy,
        Role role)
        implements CustodyEvent {}
