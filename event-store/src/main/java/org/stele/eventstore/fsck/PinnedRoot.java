package org.stele.eventstore.fsck;

import org.stele.ledger.Hash;

/**
 * A PinnedRoot is an earlier state of the ledger, kept outside the database: its size and the root over its leaves.
 * Without one, a ledger whose last events were deleted together with everything derived from them looks sound.
 */
public record PinnedRoot(long size, Hash root) {

    public PinnedRoot {
        if (size < 0) {
            throw new IllegalArgumentException("A ledger has no " + size + " events");
        }
    }

    /** Parses {@code size:root}, the root as hexadecimal digits. */
    public static PinnedRoot parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("A kept root is written as size:root, not as " + text);
        }
        return new PinnedRoot(Long.parseLong(text.substring(0, colon)), Hash.ofHex(text.substring(colon + 1)));
    }

    @Override
    public String toString() {
        return size + ":" + root.hex();
    }
}
