package org.stele.eventstore.log;

import org.stele.ledger.StateHeads;

/** A Log is one of the two logs of a ledger: the ledger's own, and that of State heads. */
public enum Log {
    LEDGER("ledger", ""),
    STATES("states", StateHeads.ORIGIN_SUFFIX);

    private final String column;
    private final String originSuffix;

    Log(String column, String originSuffix) {
        this.column = column;
        this.originSuffix = originSuffix;
    }

    /** Its name in the tables. */
    String column() {
        return column;
    }

    /** Its origin, derived from the ledger's. */
    public String origin(String ledgerOrigin) {
        return ledgerOrigin + originSuffix;
    }
}
