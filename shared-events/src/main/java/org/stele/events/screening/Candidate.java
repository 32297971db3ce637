package org.stele.events.screening;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a list that resembles the subject, as a screener found it: references and numbers, never its texts.
 *
 * @param entry the permanent reference of the entry, such as {@code KPi.001}; else the id that the screener has for it
 * @param dataId the entry's other number; null where the answer does not tell it
 * @param score from 0 to 1
 * @param match whether the score reaches the threshold; null where nobody stated a threshold
 * @param features what the score is made of, each from 0 to 1
 */
public record Candidate(
        String entry,
        @Nullable Long dataId,
        BigDecimal score,
        @Nullable Boolean match,
        SortedMap<String, BigDecimal> features) {

    public Candidate {
        requireScore("score", score);
        features = Collections.unmodifiableSortedMap(new TreeMap<>(features));
        features.forEach(Candidate::requireScore);
    }

    static void requireScore(String name, BigDecimal score) {
        if (score.signum() < 0 || score.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("Expected a %s from 0 to 1, got %s.".formatted(name, score));
        }
    }
}
