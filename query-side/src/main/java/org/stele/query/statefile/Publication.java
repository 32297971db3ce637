package org.stele.query.statefile;

import java.time.LocalDate;

/** One action of the registrar on the text of a version, and when. */
public record Publication(Kind kind, LocalDate on, long position) implements Fact {

    /** The actions. */
    public enum Kind {
        PUBLISHED,
        WITHHELD_AT_REQUEST
    }
}
