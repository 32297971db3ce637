package org.stele.events;

/** What a baseline counts. */
public enum BaselineBasis {
    PERSONS,
    PERMITS,
    UPPER_BOUND,
    NOT_DISCLOSED
}
