package org.stele.eventstore.append;

import org.jspecify.annotations.Nullable;
import org.stele.ledger.Hash;

/**
 * A LastCommitted is a position that was seen committed, and its leaf hash. A database that does not hold it is another
 * one: a replica that was behind when it was promoted, or a backup.
 */
public record LastCommitted(long position, @Nullable Hash leafHash) {

    /** The start of every ledger, before its first event. */
    static final LastCommitted EMPTY = new LastCommitted(0, null);
}
