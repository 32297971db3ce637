package org.stele.ledger;

/** Evidence that does not hold: the message says what was expected and what came. */
public final class NotVerified extends Exception {

    private static final long serialVersionUID = 1L;

    public NotVerified(String message) {
        super(message);
    }
}
