package org.stele.eventstore.event;

/** LedgerOverloaded says that the sequencer's queue is full. Nothing was recorded. */
public final class LedgerOverloaded extends LedgerUnavailable {

    public LedgerOverloaded(int capacity) {
        super(capacity + " commands wait already; repeat this one later");
    }
}
