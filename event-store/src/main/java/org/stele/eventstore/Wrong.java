package org.stele.eventstore;

/** A Wrong is the first thing that a check found not to be so, in words that name it. */
class Wrong extends Exception {

    Wrong(String what) {
        super(what);
    }

    static void unless(boolean so, String what) throws Wrong {
        if (!so) {
            throw new Wrong(what);
        }
    }
}
