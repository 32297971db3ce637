package org.stele.eventstore;

/** LedgerDamaged says that stored rows contradict each other. A person has to look, with fsck. */
public final class LedgerDamaged extends RuntimeException {

    LedgerDamaged(String message) {
        super(message + "; run fsck");
    }
}
