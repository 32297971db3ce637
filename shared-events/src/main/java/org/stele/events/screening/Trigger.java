package org.stele.events.screening;

/** Why a screening was made. */
public enum Trigger {
    ONBOARDING,
    PERIODIC,
    LIST_CHANGE,
    SUBJECT_CHANGE,
    LOOKBACK
}
