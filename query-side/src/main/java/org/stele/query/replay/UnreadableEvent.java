package org.stele.query.replay;

/** A stored event that this program cannot read. Nothing after it is folded: an event is never skipped. */
public final class UnreadableEvent extends RuntimeException {

    UnreadableEvent(String message, Throwable cause) {
        super(message, cause);
    }

    UnreadableEvent(String message) {
        super(message);
    }
}
