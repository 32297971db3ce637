package org.stele.eventstore;

import java.sql.SQLException;

/** OutcomeUnknown says that a commit was sent and that its success was not heard, or not without a warning. */
final class OutcomeUnknown extends Exception {

    private final transient Batch batch;

    OutcomeUnknown(Batch batch, SQLException cause) {
        super(cause);
        this.batch = batch;
    }

    Batch batch() {
        return batch;
    }
}
