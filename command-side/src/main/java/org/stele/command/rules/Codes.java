package org.stele.command.rules;

import java.util.regex.Pattern;
import org.stele.command.entry.Rejected;

/** Short identifiers of other systems: a reason, an entry of a list, an algorithm. They are no prose. */
public final class Codes {

    public static final int MAX_LENGTH = 100;

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._:/+-]{0,99}");

    private Codes() {}

    public static void require(String field, String code) {
        if (!FORM.matcher(code).matches()) {
            throw Rejected.malformed(
                    field,
                    "Expected 1 to 100 of the characters A-Z a-z 0-9 space . _ : / + - and a letter or digit first.");
        }
        FreeText.require(field, code, MAX_LENGTH);
    }
}
