package org.stele.statefile;

/** What one event adds to an existing record. */
public interface Fact {

    /** The position of the event. */
    long position();
}
