package org.stele.query.replay;

import org.jspecify.annotations.Nullable;
import org.stele.events.MemberState;
import org.stele.statefile.LedgerEvent;

/**
 * One stored event as it was decoded, or why it could not be.
 *
 * @param memberState the State that it is about; null where it is about none
 * @param event null where it is about no State, or cannot be read
 * @param payload the event itself, also where it is about no State; null where it cannot be read
 * @param unreadable why it cannot be read; null where it can
 */
public record DecodedEvent(
        long position,
        @Nullable MemberState memberState,
        @Nullable LedgerEvent event,
        @Nullable Object payload,
        @Nullable String unreadable) {}
