package org.stele.eventstore;

/** LedgerOverloaded says that more commands wait for the sequencer than it will hold. Nothing was recorded. */
public final class LedgerOverloaded extends LedgerUnavailable {

    LedgerOverloaded(int capacity) {
        super(capacity + " commands wait already; repeat this one later");
    }
}
