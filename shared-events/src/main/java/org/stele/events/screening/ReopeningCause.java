package org.stele.events.screening;

/** Why a confirmed verdict was reopened. */
public enum ReopeningCause {
    LIST_CHANGE,
    SUBJECT_CHANGE
}
