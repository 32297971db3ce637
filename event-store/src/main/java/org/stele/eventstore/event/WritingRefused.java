package org.stele.eventstore.event;

/** WritingRefused says that the gate is closed, and why. Nothing was recorded. */
public final class WritingRefused extends LedgerUnavailable {

    public WritingRefused(String reason) {
        super("Nothing is recorded now: " + reason);
    }
}
