package org.stele.events.screening;

import org.jspecify.annotations.Nullable;

/**
 * What an analyst says of one candidate.
 *
 * @param entry as {@link Candidate#entry}
 * @param rationale null where it is sealed
 */
public record CandidateVerdict(
        String entry,
        Disposition disposition,
        String reasonCode,
        @Nullable String rationale) {

    /** The same without what tells of the subject. */
    public CandidateVerdict withoutRationale() {
        return new CandidateVerdict(entry, disposition, reasonCode, null);
    }
}
