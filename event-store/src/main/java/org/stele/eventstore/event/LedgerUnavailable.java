package org.stele.eventstore.event;

import org.jspecify.annotations.Nullable;

/** LedgerUnavailable says that the ledger cannot answer now; the same request may be repeated later. */
public class LedgerUnavailable extends RuntimeException {

    public LedgerUnavailable(String message) {
        super(message);
    }

    public LedgerUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
