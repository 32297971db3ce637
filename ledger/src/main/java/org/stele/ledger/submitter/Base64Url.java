package org.stele.ledger.submitter;

import java.util.Base64;

/** Base64url without padding (RFC 7515, section 2), in its one spelling. */
final class Base64Url {

    private Base64Url() {}

    static String of(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** @param what it is, for a message */
    static byte[] parse(String text, int maxBytes, String what) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            if (bytes.length <= maxBytes && of(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // Reported below.
        }
        throw new IllegalArgumentException(
                "Expected %s as base64url without padding, of at most %s bytes".formatted(what, maxBytes));
    }
}
