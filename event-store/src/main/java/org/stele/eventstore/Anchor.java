package org.stele.eventstore;

import org.jspecify.annotations.Nullable;
import org.stele.ledger.Hash;

/**
 * An Anchor is a position that was seen committed, and its leaf hash. A database that does not hold it is another one: a
 * replica that was behind when it was promoted, or a backup.
 */
record Anchor(long position, @Nullable Hash leafHash) {

    /** The anchor that every ledger holds. */
    static final Anchor EMPTY = new Anchor(0, null);
}
