package org.stele.eventstore.event;

/** An IntegrityViolation is the first contradiction that a check found, in words that name it. */
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
