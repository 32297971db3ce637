package org.stele.events;

import java.util.Base64;

/**
 * A value that only a holder of keys outside the ledger can read, under AES-256-GCM. The event's proofs hold whether the keys
 * exist or not (rules, sections 4.8 and 6; docs/spec/sealing.md has the form of the box).
 *
 * @param key names the key or the store of the keys that open it; never a key
 * @param box in Base64
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
