package org.stele.command.written;

/** Converts decimal digits of any script to ASCII. */
final class Digits {

    private Digits() {}

    /** The text without surrounding blanks and with the digits 0 to 9; all else is unchanged. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        text.codePoints().forEach(point -> {
            if (Character.getType(point) == Character.DECIMAL_DIGIT_NUMBER) {
                plain.append(Character.digit(point, 10));
            } else {
                plain.appendCodePoint(isBlank(point) ? ' ' : point);
            }
        });
        return plain.toString().strip();
    }

    /** No-break spaces are blanks too: spreadsheets and word processors write them between the groups of a number. */
    private static boolean isBlank(int point) {
        return Character.getType(point) == Character.SPACE_SEPARATOR;
    }

    /** The text, shortened for a message. */
    static String shown(String text) {
        return text.length() <= 40 ? text : text.substring(0, text.offsetByCodePoints(0, 30)) + "…";
    }
}
