package org.stele.events.screening;

/** What made a confirmed verdict open again. */
public enum ReopeningCause {
    LIST_CHANGE,
    SUBJECT_CHANGE
}
