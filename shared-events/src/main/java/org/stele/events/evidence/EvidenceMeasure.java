package org.stele.events.evidence;

/** What the figure of a piece of evidence counts. */
public enum EvidenceMeasure {
    /** Persons who were there. */
    PRESENT,
    /** Persons who left. */
    DEPARTED
}
