package org.stele.events.screening;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a proposed verdict tells of the subject, and is sealed under the subject's key: for the filing State and the custodian.
 *
 * @param candidates with their rationales; empty where the whole has one
 * @param rationale of the whole; null where the candidates have their own
 * @param nationality null where it was not looked at
 */
public record VerdictGrounds(
        List<CandidateVerdict> candidates,
        @Nullable String rationale,
        @Nullable Nationality nationality,
        List<IndicatorFinding> indicators) {

    public VerdictGrounds {
        candidates = List.copyOf(candidates);
        indicators = List.copyOf(indicators);
    }
}
