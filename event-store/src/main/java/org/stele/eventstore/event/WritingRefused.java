package org.stele.eventstore.event;

/** WritingRefused says that nothing is recorded now because of what was found, and what that is. Nothing was recorded. */
public final class WritingRefused extends LedgerUnavailable {

    public WritingRefused(String reason) {
        super("Nothing is recorded now: " + reason);
    }
}
