package org.stele.events.repatriation;

/** The result of a departure: only a departure to the Democratic People's Republic of Korea is a repatriation. */
public enum Outcome {
    REPATRIATED,
    DEPARTED_NOT_REPATRIATED
}
