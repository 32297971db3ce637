package org.stele.events.discrepancies;

/** In what two filings, or a filing and evidence, do not agree; rules, section 4.5. */
public enum DiscrepancyCode {
    SUM_DIFFERS,
    BASELINES_DIFFER,
    SAME_DAY_DIFFERS,
    COUNT_ROSE,
    DEPARTURES_EXCEED_FALL,
    DEPARTURE_AFTER_ZERO,
    FALL_NOT_REPORTED,
    MORE_THAN_HALF_DOUBTED,
    NOTICES_EXCEED_REPORT,
    EVIDENCE_AGAINST_ZERO,
    DEPARTURES_ELSEWHERE,
    EVIDENCE_DIFFERS,
    TRUE_MATCH_AGAINST_ZERO,
    NOTICE_LATE,
    SUBJECT_IN_TWO_STATES;

    /** Whether it rests on filings of two States: auditors and the custodian alone see it, and the custodian settles it (4.8). */
    public boolean isAcrossStates() {
        return this == SUBJECT_IN_TWO_STATES;
    }
}
