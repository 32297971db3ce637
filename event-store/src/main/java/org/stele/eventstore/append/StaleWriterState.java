package org.stele.eventstore.append;

/** StaleWriterState says that a batch was decided on a ledger, or at a time, that is no longer the present one. Nothing was written. */
public final class StaleWriterState extends Exception {

    public StaleWriterState(String message) {
        super(message);
    }
}
