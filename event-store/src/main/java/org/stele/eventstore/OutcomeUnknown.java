package org.stele.eventstore;

import java.sql.SQLException;

/** OutcomeUnknown says that a commit was sent and that its success was not heard, or not without a warning. */
final class OutcomeUnknown extends Exception {

    OutcomeUnknown(SQLException cause) {
        super(cause);
    }
}
