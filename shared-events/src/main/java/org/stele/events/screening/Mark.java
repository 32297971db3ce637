package org.stele.events.screening;

/** What is to be known about a result before anybody relies on it; rules, section 5. */
public enum Mark {
    /** As many candidates came as the limit allows: there may be more. */
    RESULT_MAY_BE_CUT,
    /** A candidate is no entry of the list version that is named. */
    ENTRY_NOT_IN_LIST_VERSION,
    /** The screener's own match differs from score >= threshold. */
    MATCH_RECOMPUTED
}
