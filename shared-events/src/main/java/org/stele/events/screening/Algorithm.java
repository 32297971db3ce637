package org.stele.events.screening;

import java.math.BigDecimal;

/**
 * How candidates were found. Scores are between 0 and 1.
 *
 * @param threshold at or above it a candidate is a hit
 * @param cutoff candidates below it were not returned
 */
public record Algorithm(String name, String version, BigDecimal threshold, BigDecimal cutoff) {

    public Algorithm {
        Candidate.requireScore("threshold", threshold);
        Candidate.requireScore("cutoff", cutoff);
    }
}
