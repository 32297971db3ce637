package org.stele.query.view;

import java.time.LocalDate;

/**
 * Where a view is taken from. A view from the same point is the same for ever.
 *
 * @param effectiveOn the day that is spoken of, included
 * @param knownOn the day of knowledge, included
 * @param treeSize how many events of the ledger are seen
 */
public record ViewPoint(LocalDate effectiveOn, LocalDate knownOn, long treeSize) {

    public ViewPoint {
        if (treeSize < 0) {
            throw new IllegalArgumentException("Expected a size from 0, got %s.".formatted(treeSize));
        }
    }

    /** A name for the point that is safe in an entity tag. */
    public String tag() {
        return effectiveOn + "." + knownOn + "." + treeSize;
    }
}
