package org.stele.identity.account;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names of accounts: they are compared without regard to case, and have no letters that look like others. */
public final class Usernames {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    private Usernames() {}

    /** The name as it is stored; an IllegalArgumentException says what was expected. */
    public static String parse(String typed) {
        String name = typed.strip().toLowerCase(Locale.ROOT);
        if (!FORM.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "Expected 1 to 64 of the characters a-z 0-9 . _ -, of which the first is a letter or a digit.");
        }
        return name;
    }
}
