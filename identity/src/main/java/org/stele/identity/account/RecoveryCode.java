package org.stele.identity.account;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A code that signs in once without password and passkey, such as {@code 3-k7qd-9fw2-xm4h-p8tz}. The first digit says which of
 * the ten it is; the rest has 80 random bits. It has no letters that are taken for others.
 *
 * @param secret without hyphens, in lower case
 */
public record RecoveryCode(int number, String secret) {

    /** How many codes are made at once. */
    public static final int COUNT = 10;

    private static final String LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 16;
    private static final Pattern FORM = Pattern.compile("([0-9])-?([0-9a-hjkmnp-tv-z]{" + LENGTH + "})");

    public static RecoveryCode random(int number, SecureRandom random) {
        StringBuilder secret = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            secret.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return new RecoveryCode(number, secret.toString());
    }

    /** Reads what was typed; empty where it has not the form of a code. */
    public static Optional<RecoveryCode> parse(String typed) {
        String small = typed.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", "");
        Matcher matcher = FORM.matcher(small);
        return matcher.matches()
                ? Optional.of(new RecoveryCode(Integer.parseInt(matcher.group(1)), matcher.group(2)))
                : Optional.empty();
    }

    /** As it is shown to its owner. */
    public String shown() {
        return number + "-" + String.join("-", secret.split("(?<=\\G.{4})"));
    }

    /** Omits the secret: records print their fields, and this must not reach a log. */
    @Override
    public String toString() {
        return "RecoveryCode[" + number + "]";
    }
}
