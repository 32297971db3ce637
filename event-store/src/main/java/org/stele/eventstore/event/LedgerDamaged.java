package org.stele.eventstore.event;

/** LedgerDamaged says that stored rows contradict each other. An operator has to examine the ledger with fsck. */
public final class LedgerDamaged extends RuntimeException {

    private final String what;

    public LedgerDamaged(String what) {
        super(what + "; run fsck");
        this.what = what;
    }

    /** The message without the advice, for fsck itself. */
    public String what() {
        return what;
    }
}
