package org.stele.eventstore;

/** LedgerDamaged says that stored rows contradict each other. A person has to look, with fsck. */
public final class LedgerDamaged extends RuntimeException {

    private final String what;

    LedgerDamaged(String what) {
        super(what + "; run fsck");
        this.what = what;
    }

    /** What contradicts what, for fsck itself. */
    String what() {
        return what;
    }
}
