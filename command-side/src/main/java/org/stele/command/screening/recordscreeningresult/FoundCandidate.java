package org.stele.command.screening.recordscreeningresult;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A candidate as a screener's answer has it, without its texts.
 *
 * @param id the screener's own for the entry
 * @param reference the entry's permanent reference; null where the answer does not tell it
 * @param dataId null where the answer does not tell it
 * @param score from 0 to 1
 * @param match what the screener says of it; null where it says nothing
 * @param features each from 0 to 1
 */
public record FoundCandidate(
        String id,
        @Nullable String reference,
        @Nullable Long dataId,
        BigDecimal score,
        @Nullable Boolean match,
        SortedMap<String, BigDecimal> features) {

    public FoundCandidate {
        features = Collections.unmodifiableSortedMap(new TreeMap<>(features));
    }
}
