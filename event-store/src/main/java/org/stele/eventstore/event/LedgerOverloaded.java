package org.stele.eventstore.event;

/** LedgerOverloaded says that more commands wait for the sequencer than it will hold. Nothing was recorded. */
public final class LedgerOverloaded extends LedgerUnavailable {

    public LedgerOverloaded(int capacity) {
        super(capacity + " commands wait already; repeat this one later");
    }
}
