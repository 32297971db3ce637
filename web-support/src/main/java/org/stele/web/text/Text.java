package org.stele.web.text;

import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Checks texts for invisible characters: they are refused in input and marked in output. */
public final class Text {

    private static final HexFormat HEX = HexFormat.of();
    private static final int MAX_NAMED = 3;

    private Text() {}

    /**
     * The error in the text, for people, with each place; null where there is none. Places are counted in characters,
     * from 1.
     */
    public static @Nullable String fault(String text) {
        int at = Unseen.next(text, 0);
        if (at == text.length()) {
            return null;
        }
        StringBuilder places = new StringBuilder();
        int found = 0;
        for (; at < text.length(); at = Unseen.next(text, at + Character.charCount(text.codePointAt(at)))) {
            if (found++ < MAX_NAMED) {
                places.append(found == 1 ? "" : ", ")
                        .append(described(text.codePointAt(at)))
                        .append(" at character ")
                        .append(text.codePointCount(0, at) + 1);
            }
        }
        String more = found > MAX_NAMED ? " and %s more".formatted(found - MAX_NAMED) : "";
        return "The text holds what a reader would not see: %s%s. Take it out, so that what is read is what is recorded."
                .formatted(places, more);
    }

    private static String described(int point) {
        String what = switch (Character.getType(point)) {
            case Character.SURROGATE -> "half of a surrogate pair";
            case Character.PRIVATE_USE -> "a character for private use";
            case Character.UNASSIGNED -> "no character";
            case Character.CONTROL -> "a control character";
            default -> String.valueOf(Character.getName(point));
        };
        return "%s (%s)".formatted(name(point), what);
    }

    /** The text as a page shows it: each invisible character is a mark such as ⟨U+202E⟩. */
    public static String marked(String text) {
        int at = Unseen.next(text, 0);
        if (at == text.length()) {
            return text;
        }
        StringBuilder marked = new StringBuilder();
        int copied = 0;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            marked.append(text, copied, at).append('⟨').append(name(point)).append('⟩');
            copied = at + Character.charCount(point);
            at = Unseen.next(text, copied);
        }
        return marked.append(text, copied, text.length()).toString();
    }

    /** The text with invisible characters as JSON escapes; valid JSON stays valid, with the same meaning. */
    public static String escaped(String text) {
        int at = Unseen.next(text, 0);
        if (at == text.length()) {
            return text;
        }
        StringBuilder escaped = new StringBuilder();
        int copied = 0;
        while (at < text.length()) {
            int end = at + Character.charCount(text.codePointAt(at));
            escaped.append(text, copied, at);
            text.substring(at, end)
                    .chars()
                    .forEach(unit -> escaped.append("\\u").append(HEX.toHexDigits((char) unit)));
            copied = end;
            at = Unseen.next(text, copied);
        }
        return escaped.append(text, copied, text.length()).toString();
    }

    private static String name(int point) {
        String digits = Integer.toHexString(point).toUpperCase(Locale.ROOT);
        return "U+" + "0".repeat(Math.max(0, 4 - digits.length())) + digits;
    }
}
