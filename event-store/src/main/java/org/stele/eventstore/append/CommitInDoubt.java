package org.stele.eventstore.append;

import java.sql.SQLException;

/** A CommitInDoubt says that a commit was sent and no clean confirmation came back. */
public final class CommitInDoubt extends Exception {

    public CommitInDoubt(SQLException cause) {
        super(cause);
    }
}
