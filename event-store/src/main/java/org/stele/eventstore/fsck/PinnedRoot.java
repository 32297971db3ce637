package org.stele.eventstore.fsck;

import org.stele.ledger.Hash;

/**
 * A PinnedRoot is what was kept outside the database of an earlier state of the ledger: how many events it had, and the root
 * over their leaves. Without one, a ledger whose last events are gone together with all that belongs to them looks sound.
 */
public record PinnedRoot(long size, Hash root) {

    public PinnedRoot {
        if (size < 0) {
            throw new IllegalArgumentException("A ledger has no " + size + " events");
        }
    }

    /** Reads {@code size:root}, the root as hexadecimal digits. */
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
