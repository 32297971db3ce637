package org.stele.eventstore.event;

/** A Wrong is the first thing that a check found not to be so, in words that name it. */
public class IntegrityViolation extends Exception {

    public IntegrityViolation(String what) {
        super(what);
    }

    public static void require(boolean so, String what) throws IntegrityViolation {
        if (!so) {
            throw new IntegrityViolation(what);
        }
    }
}
