package org.stele.query.statefile;

/** What one event adds to an existing record. */
interface Fact {

    /** The position of the event. */
    long position();
}
