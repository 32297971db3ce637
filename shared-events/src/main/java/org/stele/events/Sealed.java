package org.stele.events;

import java.util.Base64;

/**
 * A value that only a holder of a key outside the ledger can read: the key's id, and AES-256-GCM's nonce, ciphertext and tag in
 * Base64. The event's proofs hold whether the key exists or not (rules, sections 4.8 and 6).
 *
 * @param key the id of the key, never the key
 */
public record Sealed(String key, String box) {

    /** A nonce of 12 bytes and a tag of 16. */
    public static final int MIN_BYTES = 28;

    public static final int MAX_BYTES = 1 << 20;

    public Sealed {
        int bytes = Base64.getDecoder().decode(box).length;
        if (bytes < MIN_BYTES || bytes > MAX_BYTES) {
            throw new IllegalArgumentException(
                    "Expected a sealed value of %s to %s bytes, got %s.".formatted(MIN_BYTES, MAX_BYTES, bytes));
        }
    }
}
