package org.stele.ledger;

/** A Commitment is SHA-256(salt || body): it binds an event's body without revealing it. */
public final class Commitment {

    /** The size of the salt, which prevents guessing a short body. */
    public static final int SALT_BYTES = 16;

    private Commitment() {}

    public static Hash of(byte[] salt, byte[] body) {
        if (salt.length != SALT_BYTES) {
            throw new IllegalArgumentException("A salt has 16 bytes, not " + salt.length);
        }
        return Hash.sha256(salt, body);
    }
}
