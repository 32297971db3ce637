package org.stele.query.statefile;

import java.time.LocalDate;

/** One thing that the registrar did with the text of a version, and when. */
public record Publication(Kind kind, LocalDate on, long position) implements Fact {

    /** What was done. */
    public enum Kind {
        PUBLISHED,
        WITHHELD_AT_REQUEST
    }
}
