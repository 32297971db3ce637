package org.stele.campaigns;

/** A CommitCut is the moment at which a connection is cut. */
enum CommitCut {
    /** The server never hears of the commit. */
    BEFORE,
    /** The server has the commit, and nobody waits for what it makes of it. */
    DURING,
    /** The server has confirmed the commit, and the client does not hear it. */
    AFTER
}
