package org.stele.eventstore.append;

/**
 * A StaleWriterState says that a batch was checked against an earlier state of the ledger, or for a time that has
 * passed. Nothing was written.
 */
public final class StaleWriterState extends Exception {

    public StaleWriterState(String message) {
        super(message);
    }
}
