package org.stele.eventstore;

/** TipMoved says that a batch was decided on a ledger, or at a time, that is no longer the present one. Nothing was written. */
final class TipMoved extends Exception {

    TipMoved(String message) {
        super(message);
    }
}
