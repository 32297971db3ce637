package org.stele.eventstore.damage;

import org.stele.eventstore.event.IntegrityViolation;

/** A DamagedRow is a row whose leaf is as it must be and whose body is not: it may be put back, or accepted. */
public final class DamagedRow extends IntegrityViolation {

    private final long position;

    public DamagedRow(long position, String what) {
        super(what);
        this.position = position;
    }

    long position() {
        return position;
    }
}
