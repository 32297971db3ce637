package org.stele.eventstore.event;

/** LedgerDamaged says that stored rows contradict each other. A person has to look, with fsck. */
public final class LedgerDamaged extends RuntimeException {

    private final String what;

    public LedgerDamaged(String what) {
        super(what + "; run fsck");
        this.what = what;
    }

    /** What contradicts what, for fsck itself. */
    public String what() {
        return what;
    }
}
