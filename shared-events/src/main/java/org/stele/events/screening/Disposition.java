package org.stele.events.screening;

/** What a verdict says of the candidates. */
public enum Disposition {
    FALSE_POSITIVE,
    TRUE_MATCH,
    INCONCLUSIVE
}
