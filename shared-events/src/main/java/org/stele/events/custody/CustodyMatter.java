package org.stele.events.custody;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.stele.events.FilingId;

/** What about the keeping of the ledger is decided. */
public enum CustodyMatter {
    /** Stored bytes are not those that their leaf commits to. */
    DAMAGE;

    /** The id under which the matter is decided at one position. */
    public FilingId idAt(long position) {
        return new FilingId(UUID.nameUUIDFromBytes((name() + '\n' + position).getBytes(StandardCharsets.UTF_8)));
    }
}
