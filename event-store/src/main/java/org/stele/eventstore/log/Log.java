package org.stele.eventstore.log;

import org.stele.ledger.StateHeads;

/** A Log is one of the two that a ledger has: its own, and the one of State heads. */
public enum Log {
    LEDGER("ledger", ""),
    STATES("states", StateHeads.ORIGIN_SUFFIX);

    private final String column;
    private final String originSuffix;

    Log(String column, String originSuffix) {
        this.column = column;
        this.originSuffix = originSuffix;
    }

    /** As the tables name it. */
    String column() {
        return column;
    }

    /** Its own name, from that of the ledger. */
    public String origin(String ledgerOrigin) {
        return ledgerOrigin + originSuffix;
    }
}
