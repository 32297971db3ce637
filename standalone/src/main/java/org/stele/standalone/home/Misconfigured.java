package org.stele.standalone.home;

/** Misconfigured says in one message which setting is invalid, what was expected, and what to do. Exit code 2. */
public final class Misconfigured extends RuntimeException {

    public Misconfigured(String message) {
        super(message);
    }

    public Misconfigured(String message, Throwable cause) {
        super(message, cause);
    }
}
