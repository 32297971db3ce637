package org.stele.command.importing.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The texts that cells refer to by their index. They are held in memory, so that their number and length have limits. */
final class SharedStrings {

    static final int MAX_TEXTS = 1_000_000;
    static final long MAX_CHARACTERS = 64L << 20;

    /** A character that XML cannot hold, or a carriage return: ISO/IEC 29500-1, 22.4.2.4. */
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final List<String> texts;

    private SharedStrings(List<String> texts) {
        this.texts = texts;
    }

    static SharedStrings read(@Nullable XmlPart strings) throws IOException {
        List<String> texts = new ArrayList<>();
        long characters = 0;
        try (XmlPart part = strings) {
            while (part != null && part.next()) {
                if (part.isStart("si")) {
                    String text = text(part, "si");
                    characters += text.length();
                    if (texts.size() == MAX_TEXTS || characters > MAX_CHARACTERS) {
                        throw new UnreadableWorkbook(
                                "The workbook has more than %s different texts, or %s million characters in them."
                                        .formatted(MAX_TEXTS, MAX_CHARACTERS >> 20));
                    }
                    texts.add(text);
                }
            }
        }
        return new SharedStrings(texts);
    }

    /** The text of the element that was just begun, to its end: of all its runs, without what helps to pronounce it. */
    static String text(XmlPart part, String element) {
        StringBuilder text = new StringBuilder();
        int phonetic = 0;
        boolean moved = part.next();
        while (moved && !part.isEnd(element)) {
            if (part.isStart("rPh")) {
                phonetic++;
            } else if (part.isEnd("rPh")) {
                phonetic--;
            }
            if (part.isStart("t") && phonetic == 0) {
                part.appendText(text);
                if (text.length() > XmlPart.MAX_TOKEN_BYTES) {
                    throw new UnreadableWorkbook(
                            "A cell of the workbook has more than %s characters.".formatted(XmlPart.MAX_TOKEN_BYTES));
                }
            } else {
                moved = part.next();
            }
        }
        return unescaped(text.toString());
    }

    static String unescaped(String text) {
        return text.contains("_x") ? ESCAPED.matcher(text).replaceAll(SharedStrings::character) : text;
    }

    private static String character(MatchResult escaped) {
        return Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(escaped.group(1), 16)));
    }

    /** The text with this index; null where there is none. */
    @Nullable
    String at(int index) {
        return index >= 0 && index < texts.size() ? texts.get(index) : null;
    }
}
