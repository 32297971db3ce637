package org.stele.query.statefile;

/** What one event says of a thing that was on record already. */
interface Fact {

    /** Of the event. */
    long position();
}
