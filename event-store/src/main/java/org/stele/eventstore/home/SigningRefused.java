package org.stele.eventstore.home;

/**
 * SigningRefused says that what the database holds, or what was configured, must not be signed. The message says what was
 * found, what was expected and what to do next; it does not pass by itself.
 */
public final class SigningRefused extends RuntimeException {

    public SigningRefused(String message) {
        super(message);
    }
}
