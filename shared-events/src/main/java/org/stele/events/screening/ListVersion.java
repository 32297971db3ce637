package org.stele.events.screening;

import java.time.Instant;
import org.stele.events.Sha256Digest;

/**
 * One version of a list, identified by its bytes: the lists carry no version number of their own.
 *
 * @param generatedAt when the list says it was made
 * @param entriesCount how many entries it holds, from 0
 */
public record ListVersion(
        String listId, String sourceAddress, Instant generatedAt, Sha256Digest sha256, int entriesCount) {

    public ListVersion {
        if (entriesCount < 0) {
            throw new IllegalArgumentException("Expected a count of entries from 0, got %s.".formatted(entriesCount));
        }
    }
}
