package org.stele.ledger.submitter;

import org.jspecify.annotations.Nullable;

/**
 * A SubmitterFinding is what one event shows of its submitter's signature.
 *
 * @param state null of an event about none
 * @param keyId null where no key is named, or it cannot be read
 * @param role null likewise
 * @param why of what is not checked or failed, in words; empty otherwise
 */
public record SubmitterFinding(
        long position,
        @Nullable String state,
        Status status,
        @Nullable String keyId,
        @Nullable String role,
        String why) {

    /** What was found. */
    public enum Status {
        /** No official of the State entered it, and it is not signed. */
        NONE,
        /** An official of the State entered it without a signature. */
        UNSIGNED,
        SIGNED,
        /** The State's root enrolled a key. */
        ENROLLED,
        /** The State's root revoked a key. */
        REVOKED,
        /** It is signed, and something is missing to check it. */
        NOT_CHECKED,
        FAILED
    }

    static SubmitterFinding of(long position, @Nullable String state, Status status) {
        return new SubmitterFinding(position, state, status, null, null, "");
    }
}
