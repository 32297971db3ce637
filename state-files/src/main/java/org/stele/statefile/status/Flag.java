package org.stele.statefile.status;

/** The flags beside the statuses, in the order in which they are shown (4.4). */
public enum Flag {
    EVIDENCE_ON_RECORD,
    CONTESTED,
    LATER_EVIDENCE,
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
    OTHER_FILING_ON_RECORD,
    SECOND_FILING,
    DISCREPANCY_OPEN
}
