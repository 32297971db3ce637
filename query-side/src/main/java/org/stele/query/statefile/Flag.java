package org.stele.query.statefile;

/** The flags beside the statuses, in the order in which they are shown (4.4). */
public enum Flag {
    EVIDENCE_ON_RECORD,
    CONTESTED,
    SCOPE_CLAIMED,
    EXEMPTION_CLAIMED,
    CLAIM_COUNT_UNKNOWN,
    TEXT_WITHHELD,
    NO_FIGURES,
    BASELINE_NOT_DISCLOSED,
    FIGURE_DERIVED,
    PERIOD_MISMATCH,
    AT_RISK,
    AMENDED,
    BACKFILLED,
    DATE_UNCERTAIN,
    NIL_WITH_LIMITS,
    OTHER_FILING_ON_RECORD
}
