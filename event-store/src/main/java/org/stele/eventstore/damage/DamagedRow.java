package org.stele.eventstore.damage;

import org.stele.eventstore.event.IntegrityViolation;

/** A DamagedRow is a row whose leaf is sound and whose body is not: it may be restored, or accepted. */
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
