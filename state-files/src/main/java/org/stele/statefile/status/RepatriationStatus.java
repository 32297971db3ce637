package org.stele.statefile.status;

/** The statuses of the duty to repatriate (4.3), in the order in which the rules are tried. */
public enum RepatriationStatus {
    NOT_YET_OPEN,
    NO_INFORMATION,
    INDETERMINATE,
    NIL_REPORTED,
    REPORTED_COMPLETE_ON_TIME,
    REPORTED_COMPLETE_LATE,
    REPORTED_COMPLETE_UNDATED,
    IN_PROGRESS,
    NOT_REPORTED_COMPLETE,
    CLAIM_DISPUTED,
    INCOMPLETE_EXPLAINED,
    INCOMPLETE_UNEXPLAINED,
    /** Something that a rule would read is kept from who looks (4.8). */
    WITHHELD
}
