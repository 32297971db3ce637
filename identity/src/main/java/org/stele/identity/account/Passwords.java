package org.stele.identity.account;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** What is asked of a password: length, and that it is not the name. Rules on kinds of letters make no better ones. */
public final class Passwords {

    private static final int LEAST_LETTERS = 15;

    /** What bcrypt reads of a password; what is longer would be cut. */
    private static final int MOST_BYTES = 72;

    private Passwords() {}

    /** The key of the message of what is wrong with a chosen password; empty where nothing is. */
    public static Optional<String> fault(String password, String again, String username) {
        if (password.codePointCount(0, password.length()) < LEAST_LETTERS) {
            return Optional.of("invitation.too-short");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            return Optional.of("invitation.too-long");
        }
        if (password.toLowerCase(Locale.ROOT).contains(username)) {
            return Optional.of("invitation.is-name");
        }
        return password.equals(again) ? Optional.empty() : Optional.of("invitation.not-same");
    }
}
