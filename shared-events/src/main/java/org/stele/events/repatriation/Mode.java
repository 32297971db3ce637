package org.stele.events.repatriation;

/** How persons left. */
public enum Mode {
    AIR,
    RAIL,
    ROAD,
    SEA,
    NOT_STATED
}
