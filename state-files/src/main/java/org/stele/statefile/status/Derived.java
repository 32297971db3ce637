package org.stele.statefile.status;

/**
 * The results that depend on a filing in which others, not the State, worked out some figure (4.4, FIGURE_DERIVED).
 */
public enum Derived {
    BASELINE,
    REPATRIATED,
    REMAINING,
    STATUS
}
