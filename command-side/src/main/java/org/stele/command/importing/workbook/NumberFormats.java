package org.stele.command.importing.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How the cells of each style show a number: as a number, or as a date with the precision that a person sees. */
final class NumberFormats {

    /** What a person sees. */
    enum Shown {
        NUMBER,
        DAY,
        DAY_AND_TIME,
        MONTH,
        YEAR
    }

    private static final int MAX_STYLES = 100_000;

    /** What is no letter of the format: a text in quotation marks, a letter after a backslash, a condition or colour. */
    private static final Pattern TEXTS = Pattern.compile("\"[^\"]*\"?|[\\\\_*].|\\[[^\\]]*\\]?");

    private final List<Shown> byStyle;

    private NumberFormats(List<Shown> byStyle) {
        this.byStyle = byStyle;
    }

    static NumberFormats read(@Nullable XmlPart styles) throws IOException {
        Map<Integer, Shown> byId = new HashMap<>();
        List<Shown> shown = new ArrayList<>();
        boolean inCells = false;
        try (XmlPart part = styles) {
            while (part != null && part.next()) {
                if (part.isStart("numFmt") && byId.size() < MAX_STYLES) {
                    byId.put(
                            part.number("numFmtId", 0, Integer.MAX_VALUE),
                            shown(String.valueOf(part.attribute("formatCode"))));
                } else if (part.isStart("cellXfs") || part.isEnd("cellXfs")) {
                    inCells = part.isStart();
                } else if (inCells && part.isStart("xf")) {
                    if (shown.size() == MAX_STYLES) {
                        throw new UnreadableWorkbook("The workbook has more than %s styles.".formatted(MAX_STYLES));
                    }
                    int id = part.attribute("numFmtId") == null ? 0 : part.number("numFmtId", 0, Integer.MAX_VALUE);
                    shown.add(byId.getOrDefault(id, builtIn(id)));
                }
            }
        }
        return new NumberFormats(shown);
    }

    /** @param style as a cell names it; null where it names none */
    Shown of(@Nullable String style) {
        if (style == null) {
            return Shown.NUMBER;
        }
        try {
            int index = Integer.parseInt(style);
            return index >= 0 && index < byStyle.size() ? byStyle.get(index) : Shown.NUMBER;
        } catch (NumberFormatException _) {
            return Shown.NUMBER;
        }
    }

    /** ISO/IEC 29500-1, 18.8.30: these formats have no code in the file. */
    private static Shown builtIn(int id) {
        return switch (id) {
            case 14, 15, 16, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58 -> Shown.DAY;
            case 17 -> Shown.MONTH;
            case 22 -> Shown.DAY_AND_TIME;
            default -> Shown.NUMBER;
        };
    }

    private static Shown shown(String code) {
        String first = code.split(";", 2)[0];
        String letters = TEXTS.matcher(first).replaceAll("").toLowerCase(Locale.ROOT);
        boolean hasTime = letters.indexOf('h') >= 0 || letters.indexOf('s') >= 0;
        if (letters.startsWith("general") || letters.indexOf('0') >= 0 && !hasTime || letters.indexOf('#') >= 0) {
            return Shown.NUMBER;
        }
        if (letters.indexOf('d') >= 0) {
            return hasTime ? Shown.DAY_AND_TIME : Shown.DAY;
        }
        if (letters.indexOf('y') >= 0) {
            return letters.indexOf('m') >= 0 ? Shown.MONTH : Shown.YEAR;
        }
        return Shown.NUMBER;
    }
}
