package org.stele.ledger.submitter;

import java.util.List;

/**
 * A Passkey is where a key signs as an authenticator: the identifier of the relying party, and the origins of its pages.
 */
public record Passkey(String rpId, List<String> origins) {

    private static final int MAX_ORIGINS = 8;
    private static final int MAX_CHARACTERS = 255;

    public Passkey {
        origins = List.copyOf(origins);
        boolean isWell = isText(rpId)
                && !origins.isEmpty()
                && origins.size() <= MAX_ORIGINS
                && origins.stream().allMatch(Passkey::isText);
        if (!isWell) {
            throw new IllegalArgumentException(
                    "Expected the identifier of a relying party and 1 to 8 origins of its pages, in visible ASCII");
        }
    }

    private static boolean isText(String text) {
        return !text.isEmpty()
                && text.length() <= MAX_CHARACTERS
                && text.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }
}
