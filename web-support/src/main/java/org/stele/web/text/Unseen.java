package org.stele.web.text;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * Invisible characters: a reader would see another text than the one recorded. They are Unicode's control and format
 * characters, variation selectors, fillers and blanks other than spaces, separators of lines other than line ends, and
 * unassigned code points.
 *
 * <p>Line ends and tabs are permitted, and so are the two joiners where a script needs them (RFC 5892, appendix A):
 * after a virama, or between two letters of one script that joins its letters.
 */
final class Unseen {

    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;

    /** Marks, letters and symbols that are not drawn; sorted. Unicode counts all but the last two as ignorable. */
    private static final int[] NOTHING_DRAWN = {
        0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180C, 0x180D, 0x180F, 0x2800, 0x3164, 0xFFA0, 0xFFFC, 0x16FE4,
        0x1D159
    };

    private static final int[] VIRAMAS = {
        0x094D, 0x09CD, 0x0A4D, 0x0ACD, 0x0B4D, 0x0BCD, 0x0C4D, 0x0CCD, 0x0D3B, 0x0D3C, 0x0D4D, 0x0DCA, 0x1039, 0x103A
    };

    private static final Set<UnicodeScript> JOINING = EnumSet.of(
            UnicodeScript.ARABIC,
            UnicodeScript.SYRIAC,
            UnicodeScript.NKO,
            UnicodeScript.MONGOLIAN,
            UnicodeScript.DEVANAGARI,
            UnicodeScript.BENGALI,
            UnicodeScript.GURMUKHI,
            UnicodeScript.GUJARATI,
            UnicodeScript.ORIYA,
            UnicodeScript.TAMIL,
            UnicodeScript.TELUGU,
            UnicodeScript.KANNADA,
            UnicodeScript.MALAYALAM,
            UnicodeScript.SINHALA,
            UnicodeScript.MYANMAR);

    private Unseen() {}

    /** The index of the first one at or after an index; the length of the text where there is none. */
    static int next(String text, int from) {
        int at = from;
        while (at < text.length()) {
            char unit = text.charAt(at);
            if (unit >= ' ' && unit <= '~') {
                at++;
                continue;
            }
            if (isUnseen(text, at)) {
                return at;
            }
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    private static boolean isUnseen(String text, int at) {
        int point = text.codePointAt(at);
        return switch (Character.getType(point)) {
            case Character.CONTROL -> point != '\n' && point != '\t' && point != '\r';
            case Character.FORMAT -> !isNeededJoiner(text, at, point);
            case Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> isVariationSelector(point) || Arrays.binarySearch(NOTHING_DRAWN, point) >= 0;
        };
    }

    private static boolean isVariationSelector(int point) {
        return (point >= 0xFE00 && point <= 0xFE0F) || (point >= 0xE0100 && point <= 0xE01EF);
    }

    private static boolean isNeededJoiner(String text, int at, int point) {
        if ((point != NON_JOINER && point != JOINER) || at == 0) {
            return false;
        }
        int before = text.codePointBefore(at);
        if (Arrays.binarySearch(VIRAMAS, before) >= 0) {
            return true;
        }
        UnicodeScript script = UnicodeScript.of(letterBefore(text, at));
        return JOINING.contains(script) && at + 1 < text.length() && script == scriptOfLetter(text.codePointAt(at + 1));
    }

    /**
     * Marks that combine with letters of any script, such as the vowels of Arabic, belong to the letter before them.
     */
    private static int letterBefore(String text, int at) {
        int point = text.codePointBefore(at);
        int start = at;
        while (UnicodeScript.of(point) == UnicodeScript.INHERITED
                && Character.getType(point) == Character.NON_SPACING_MARK
                && start > Character.charCount(point)) {
            start -= Character.charCount(point);
            point = text.codePointBefore(start);
        }
        return isLetterOrMark(point) ? point : ' ';
    }

    private static UnicodeScript scriptOfLetter(int point) {
        return isLetterOrMark(point) ? UnicodeScript.of(point) : UnicodeScript.COMMON;
    }

    private static boolean isLetterOrMark(int point) {
        return switch (Character.getType(point)) {
            case Character.OTHER_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }
}
