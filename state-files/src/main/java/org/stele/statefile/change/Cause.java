package org.stele.statefile.change;

import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.MemberState;

/**
 * One thing that is in view in one of two views and not in the other, or not the same.
 *
 * @param memberState the other State whose filing it is; null for this State's
 * @param id of the filing, question or discrepancy
 * @param version of the filing; null where what it is has none
 * @param position of the event that made it what it is
 */
public record Cause(
        @Nullable MemberState memberState,
        Kind kind,
        FilingId id,
        @Nullable Integer version,
        long position) {

    /** What may make a view differ (4.7). */
    public enum Kind {
        /** A version of an attestation in view. */
        ATTESTATION,
        /** A version of an attestation known on the earlier of the two days, which the report obligations go by (4.1, 4.2). */
        REPORT_KNOWN,
        /** An attestation that may have been received by then (4.1). */
        REPORT_PERHAPS_RECEIVED,
        /** A remaining figure whose day has come (4.3). */
        REMAINING_FIGURE,
        /** A version submitted here and not received. */
        SUBMISSION,
        /** What was done with the text of an attestation. */
        PUBLICATION,
        CLAIM,
        DISPUTE,
        UPHOLDING,
        NOTICE,
        BASELINE,
        ARRIVAL,
        EVIDENCE,
        VERDICT,
        QUESTION,
        ANSWER,
        EXPLANATION,
        DECISION
    }
}
