package org.stele.command.importing.workbook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** Reads one cell after another as the text that a person sees. */
final class CellReader {

    /** Formulas are no numbers: a cell holds at most 17 digits and an exponent. */
    private static final int MAX_NUMBER_CHARACTERS = 64;

    private static final BigDecimal MAX_WHOLE = new BigDecimal("1e15");
    private static final BigDecimal SECONDS_A_DAY = new BigDecimal(86_400);
    private static final LocalDate FIRST_DAY = LocalDate.of(1899, 12, 30);
    private static final LocalDate FIRST_DAY_1904 = LocalDate.of(1904, 1, 1);
    /** The last day that a spreadsheet shows: 31 December 9999. */
    private static final BigDecimal LAST_DAY = new BigDecimal(2_958_465);

    private final Workbook workbook;
    private final XmlPart sheet;
    private final StringBuilder value = new StringBuilder();
    private @Nullable String fault;
    private boolean hasFormula;

    CellReader(Workbook workbook, XmlPart sheet) {
        this.workbook = workbook;
        this.sheet = sheet;
    }

    /** The text of the cell that was just begun; what stands there where it cannot be read. */
    String read() {
        fault = null;
        hasFormula = false;
        value.setLength(0);
        String type = sheet.attribute("t");
        String style = sheet.attribute("s");
        String inline = readValue();
        String raw = value.toString();
        if (inline != null) {
            return inline;
        }
        if (raw.isEmpty()) {
            if (hasFormula && !"str".equals(type)) {
                fault =
                        "The formula has no stored value. Open the workbook in a spreadsheet, save it, and send it again.";
            }
            return "";
        }
        return switch (type == null ? "n" : type) {
            case "n" -> number(raw, workbook.formats().of(style));
            case "s" -> shared(raw);
            case "str" -> SharedStrings.unescaped(raw);
            case "b" -> raw.equals("1") || raw.equals("true") ? "true" : "false";
            case "d" -> raw.endsWith("T00:00:00") ? raw.substring(0, raw.indexOf('T')) : raw;
            case "e" -> unreadable("The cell shows an error. Write what it should say.", raw);
            default -> unreadable("The cell is of a kind that no workbook has.", raw);
        };
    }

    /** Why the cell that was read last cannot be read; null where it can. */
    @Nullable
    String fault() {
        return fault;
    }

    private String unreadable(String why, String raw) {
        fault = why;
        return raw;
    }

    /** Reads to the end of the cell; the text that stands in the cell itself, or null where there is none. */
    private @Nullable String readValue() {
        String inline = null;
        boolean moved = sheet.next();
        while (moved && !sheet.isEnd("c")) {
            if (sheet.isStart("v")) {
                sheet.appendText(value);
                continue;
            }
            if (sheet.isStart("f")) {
                hasFormula = true;
            } else if (sheet.isStart("is")) {
                inline = SharedStrings.text(sheet, "is");
            }
            moved = sheet.next();
        }
        return inline;
    }

    private String shared(String index) {
        String text = index.length() > 9 || !index.chars().allMatch(digit -> digit >= '0' && digit <= '9')
                ? null
                : workbook.strings().at(Integer.parseInt(index));
        return text == null ? unreadable("The cell refers to a text that the workbook does not have.", index) : text;
    }

    private String number(String raw, NumberFormats.Shown shown) {
        if (raw.length() > MAX_NUMBER_CHARACTERS) {
            return unreadable("The cell holds no number.", raw);
        }
        try {
            BigDecimal number = new BigDecimal(raw);
            return shown == NumberFormats.Shown.NUMBER ? plain(number, raw) : date(number, raw, shown);
        } catch (NumberFormatException _) {
            return unreadable("The cell holds no number.", raw);
        }
    }

    private static String plain(BigDecimal number, String raw) {
        boolean isSmall = number.abs().compareTo(MAX_WHOLE) < 0;
        boolean isWhole =
                isSmall && number.scale() < 400 && number.stripTrailingZeros().scale() <= 0;
        return isWhole ? number.setScale(0, RoundingMode.UNNECESSARY).toPlainString() : raw;
    }

    private String date(BigDecimal number, String raw, NumberFormats.Shown shown) {
        if (number.signum() < 0 || number.compareTo(LAST_DAY) > 0 || number.scale() > 400) {
            return unreadable("The cell has the format of a date and holds none.", raw);
        }
        BigDecimal day = number.setScale(0, RoundingMode.DOWN);
        LocalDate date = (workbook.startsIn1904() ? FIRST_DAY_1904 : FIRST_DAY).plusDays(day.longValueExact());
        return switch (shown) {
            case YEAR -> date.toString().substring(0, 4);
            case MONTH -> date.toString().substring(0, 7);
            case DAY_AND_TIME -> date + time(number.subtract(day));
            case DAY, NUMBER -> date.toString();
        };
    }

    /** Nothing at midnight, as a day alone is stored. */
    private static String time(BigDecimal partOfDay) {
        int seconds = partOfDay
                .multiply(SECONDS_A_DAY)
                .setScale(0, RoundingMode.HALF_UP)
                .intValueExact();
        return seconds == 0 ? "" : " " + LocalTime.ofSecondOfDay(Math.min(seconds, 86_399));
    }
}
