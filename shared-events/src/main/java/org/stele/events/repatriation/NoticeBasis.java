package org.stele.events.repatriation;

/** What a notice rests on. */
public enum NoticeBasis {
    /** Exit is proved. */
    LEFT,
    /** Return is proved. */
    ARRIVED,
    /** The State says so, and proves neither. */
    STATED
}
