package org.stele.query.statefile;

/** What rests on a filing of which some figure was worked out by others, and not stated by the State (4.4, FIGURE_DERIVED). */
public enum Derived {
    BASELINE,
    REPATRIATED,
    REMAINING,
    STATUS
}
