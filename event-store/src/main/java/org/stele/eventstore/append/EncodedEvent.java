package org.stele.eventstore.append;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stele.eventstore.event.CommandKey;
import org.stele.ledger.Hash;

/**
 * An EncodedEvent is an event that lacks only its position: everything that does not depend on the position is
 * computed.
 *
 * @param tags as {@code key=value}, sorted
 * @param tagHashes without repetitions
 * @param state of the event's State tag, or null without one
 */
public record EncodedEvent(
        UUID id,
        String type,
        List<String> tags,
        long[] tagHashes,
        @Nullable String state,
        byte[] body,
        byte[] salt,
        Hash commitment,
        @Nullable CommandKey command) {}
