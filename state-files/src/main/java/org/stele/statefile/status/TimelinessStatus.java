package org.stele.statefile.status;

/** The statuses of the duty to report by a day (4.1). */
public enum TimelinessStatus {
    NOT_YET_OPEN,
    OPEN,
    OVERDUE,
    RECEIPT_UNDETERMINED,
    MET_ON_TIME,
    MET_LATE,
    MET_TIMELINESS_UNDETERMINED
}
