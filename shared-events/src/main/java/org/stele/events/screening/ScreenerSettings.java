package org.stele.events.screening;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.stele.events.Sha256Digest;

/**
 * With what a screener searched. Its answer says little of that: whatever nobody stated is null, shown as NOT_STATED, and never
 * guessed. Scores are from 0 to 1.
 *
 * @param algorithm by the name that the screener gives it
 * @param version of the program
 * @param threshold at or above it a candidate is a match
 * @param cutoff candidates at or below it were not returned
 * @param limit the most candidates that were returned
 * @param weights digest of the weights and settings that were sent along
 */
public record ScreenerSettings(
        @Nullable String algorithm,
        @Nullable String version,
        @Nullable BigDecimal threshold,
        @Nullable BigDecimal cutoff,
        @Nullable Integer limit,
        @Nullable Sha256Digest weights) {

    public ScreenerSettings {
        if (threshold != null) {
            Candidate.requireScore("threshold", threshold);
        }
        if (cutoff != null) {
            Candidate.requireScore("cutoff", cutoff);
        }
        if (limit != null && limit < 1) {
            throw new IllegalArgumentException("Expected a limit from 1, got %s.".formatted(limit));
        }
    }
}
