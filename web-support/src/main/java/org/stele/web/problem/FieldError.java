package org.stele.web.problem;

import org.jspecify.annotations.Nullable;
import org.stele.web.text.Text;

/**
 * One error in one field of a request.
 *
 * @param field its path, such as {@code documents[0].sha256}; a header or parameter by its name
 * @param message what was expected
 * @param got what came, shortened; null where nothing came, or where it must not be repeated
 */
public record FieldError(
        String field, String message, @Nullable String got) {

    private static final int MAX_SHOWN = 80;

    public FieldError {
        got = got == null ? null : shown(got);
    }

    /** An error about a field that is absent, or whose content must not be repeated. */
    public static FieldError of(String field, String message) {
        return new FieldError(field, message, null);
    }

    /** The text in a form that is safe in any answer: short, on one line, with invisible characters escaped. */
    public static String shown(String text) {
        if (text.codePointCount(0, text.length()) <= MAX_SHOWN) {
            return onOneLine(text);
        }
        return onOneLine(text.substring(0, text.offsetByCodePoints(0, MAX_SHOWN))) + '…';
    }

    private static String onOneLine(String text) {
        return Text.escaped(text)
                .replace("\n", "\\u000a")
                .replace("\r", "\\u000d")
                .replace("\t", "\\u0009");
    }
}
