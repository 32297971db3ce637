package org.stele.eventstore.home;

/**
 * SigningRefused says that the content of the database, or the configuration, must not be signed. The message says what
 * was found, what was expected and what to do next; retrying does not help.
 */
public final class SigningRefused extends RuntimeException {

    public SigningRefused(String message) {
        super(message);
    }
}
