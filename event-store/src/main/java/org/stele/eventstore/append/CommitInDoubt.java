package org.stele.eventstore.append;

import java.sql.SQLException;

/** CommitInDoubt says that a commit was sent and that its success was not heard, or not without a warning. */
public final class CommitInDoubt extends Exception {

    public CommitInDoubt(SQLException cause) {
        super(cause);
    }
}
