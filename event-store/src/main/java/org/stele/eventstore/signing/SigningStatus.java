package org.stele.eventstore.signing;

import java.time.Duration;

/**
 * A SigningStatus says what a node's signer does.
 *
 * @param size of the last checkpoint that it signed or saw
 * @param round how long its last round took
 * @param reason why it is interrupted or has stopped; empty otherwise
 */
public record SigningStatus(Phase phase, long size, Duration round, String reason) {

    /** The phases of a signer. */
    public enum Phase {
        /** It has not finished its first round. */
        STARTING,
        /** It signs. */
        SIGNING,
        /** Another node signs; this one takes over when that one ends. */
        STANDING_BY,
        /** The database or a file failed; it tries again. */
        INTERRUPTED,
        /** It found something that must not be signed, and waits for an operator. */
        STOPPED
    }

    static final SigningStatus STARTING = new SigningStatus(Phase.STARTING, 0, Duration.ZERO, "");

    SigningStatus interrupted(String why) {
        return new SigningStatus(Phase.INTERRUPTED, size, round, why);
    }

    SigningStatus stopped(String why) {
        return new SigningStatus(Phase.STOPPED, size, round, why);
    }
}
