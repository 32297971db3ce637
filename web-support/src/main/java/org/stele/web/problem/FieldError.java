package org.stele.web.problem;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with one field of a request.
 *
 * @param field its path, such as {@code documents[0].sha256}; a header or parameter by its name
 * @param message what was expected
 * @param got what came, shortened; null where nothing came, or where it must not be repeated
 */
public record FieldError(
        String field, String message, @Nullable String got) {

    private static final int MOST_SHOWN = 80;

    public FieldError {
        got = got == null ? null : shown(got);
    }

    /** An error about a field that is absent, or whose content must not be repeated. */
    public static FieldError of(String field, String message) {
        return new FieldError(field, message, null);
    }

    /**
     * The text in a form that is safe in any answer: short, and with control characters and halves of pairs spelled
     * out.
     */
    public static String shown(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().limit(MOST_SHOWN).forEach(point -> {
            if (Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE) {
                safe.append(String.format(Locale.ROOT, "\\u%04x", point));
            } else {
                safe.appendCodePoint(point);
            }
        });
        return text.codePointCount(0, text.length()) > MOST_SHOWN
                ? safe.append('…').toString()
                : safe.toString();
    }
}
