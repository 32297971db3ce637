package org.stele.eventstore;

/** A DamagedRow is a row whose leaf is as it must be and whose body is not: it may be put back, or accepted. */
final class DamagedRow extends Wrong {

    private final long position;

    DamagedRow(long position, String what) {
        super(what);
        this.position = position;
    }

    long position() {
        return position;
    }
}
