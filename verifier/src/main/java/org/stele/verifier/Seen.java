package org.stele.verifier;

import java.util.Locale;

/**
 * Seen prints a line so that a terminal shows all of it: the input may contain characters that are invisible, change
 * the reading direction or move the cursor. Each becomes a mark such as {@code <U+202E>}.
 */
final class Seen {

    private Seen() {}

    static String of(String line) {
        StringBuilder seen = new StringBuilder(line.length());
        line.codePoints().forEach(point -> {
            if (isUnseen(point)) {
                seen.append(String.format(Locale.ROOT, "<U+%04X>", point));
            } else {
                seen.appendCodePoint(point);
            }
        });
        return seen.toString();
    }

    private static boolean isUnseen(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL -> point != '\t';
            case Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> isVariationSelector(point) || isFiller(point);
        };
    }

    private static boolean isVariationSelector(int point) {
        return (point >= 0xFE00 && point <= 0xFE0F)
                || (point >= 0xE0100 && point <= 0xE01EF)
                || (point >= 0x180B && point <= 0x180F);
    }

    private static boolean isFiller(int point) {
        return switch (point) {
            case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0, 0xFFFC -> true;
            default -> false;
        };
    }
}
