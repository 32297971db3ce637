package org.stele.events.screening;

import java.math.BigDecimal;
import java.util.Map;

/**
 * One entry of the list that resembles the subject.
 *
 * @param entryReference the permanent reference of the entry, such as {@code KPi.001}
 * @param score from 0 to 1
 * @param features what the score is made of, each from 0 to 1
 */
public record Candidate(String entryReference, BigDecimal score, Map<String, BigDecimal> features) {

    public Candidate {
        requireScore("score", score);
        features = Map.copyOf(features);
        features.forEach(Candidate::requireScore);
    }

    static void requireScore(String name, BigDecimal score) {
        if (score.signum() < 0 || score.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("Expected a %s from 0 to 1, got %s.".formatted(name, score));
        }
    }
}
