package org.stele.statefile.status;

/** The statuses of the duty to explain why fewer than half were repatriated in the first twelve months (4.2). */
public enum HalfRuleStatus {
    NOT_YET_OPEN,
    NO_REPORT,
    NOT_APPLICABLE,
    NOT_TRIGGERED,
    EXPLAINED,
    UNEXPLAINED,
    ASSERTED_NOT_VERIFIABLE,
    UNDETERMINED,
    /** The report that it reads is kept from who looks (4.8). */
    WITHHELD
}
