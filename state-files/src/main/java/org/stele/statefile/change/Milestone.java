package org.stele.statefile.change;

import java.time.LocalDate;
import org.stele.events.ObligationId;

/** A day of an obligation that lies between two views. */
public record Milestone(ObligationId obligation, Kind kind, LocalDate on) {

    /** Which day it is. */
    public enum Kind {
        OPENS,
        DUE
    }
}
