package org.stele.keys;

import org.jspecify.annotations.Nullable;
import org.stele.eventstore.event.LedgerUnavailable;

/** A KeysUnavailable says that the store of the keys does not answer now; the same request may be repeated later. */
public final class KeysUnavailable extends LedgerUnavailable {

    KeysUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
