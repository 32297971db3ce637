package org.stele.statefile.screening;

/** Where a screening is in its life (section 5). */
public enum ScreeningStatus {
    REQUESTED,
    FAILED,
    NO_HIT,
    HITS_FOUND,
    PROPOSED,
    CONFIRMED,
    RETURNED,
    REOPENED
}
