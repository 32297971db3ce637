package org.stele.events;

import org.jspecify.annotations.Nullable;

/**
 * The number of persons against which a State measures its repatriations, and how it was counted.
 *
 * @param count null where the State did not state it
 * @param basis null where the State did not say what was counted
 */
public record Baseline(
        @Nullable PersonsCount count, @Nullable BaselineBasis basis) {

    public Baseline {
        if (count == null && basis == null) {
            throw new IllegalArgumentException("A baseline needs a count or a basis.");
        }
    }
}
