package org.stele.events.screening;

/** The verdict on the candidates. */
public enum Disposition {
    FALSE_POSITIVE,
    TRUE_MATCH,
    INCONCLUSIVE
}
