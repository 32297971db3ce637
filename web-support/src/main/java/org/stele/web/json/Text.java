package org.stele.web.json;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The characters that a text may hold: all of Unicode but control characters other than line ends and tabs. */
public final class Text {

    private Text() {}

    /** What is wrong with the text, for people; null where nothing is. */
    public static @Nullable String fault(String text) {
        for (int at = 0; at < text.length(); at++) {
            char unit = text.charAt(at);
            if (Character.isSurrogate(unit)) {
                if (!isPair(text, at)) {
                    return String.format(
                            Locale.ROOT,
                            "The text holds half of a surrogate pair (U+%04X) at character %s.",
                            (int) unit,
                            at + 1);
                }
                at++;
            } else if (Character.isISOControl(unit) && unit != '\n' && unit != '\t' && unit != '\r') {
                return String.format(
                        Locale.ROOT,
                        "The text holds the control character U+%04X at character %s.",
                        (int) unit,
                        at + 1);
            }
        }
        return null;
    }

    private static boolean isPair(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                && at + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(at + 1));
    }
}
