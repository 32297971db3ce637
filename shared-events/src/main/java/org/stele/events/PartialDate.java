package org.stele.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date with the precision to which it is known: {@code 2019}, {@code 2019-03}, {@code 2019-03-06}, or an interval of
 * two such dates like {@code 2020-03-26/2020-04-10}.
 *
 * <p>It stands for every day from {@link #firstDay} to {@link #lastDay}. The text is kept as it was stated.
 */
public final class PartialDate {

    private static final Pattern POINT = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");
    private static final int EARLIEST_YEAR = 1945;
    private static final int LATEST_YEAR = 2199;

    private final String text;
    private final LocalDate firstDay;
    private final LocalDate lastDay;
    private final int firstEpochDay;
    private final int lastEpochDay;

    private PartialDate(String text, LocalDate firstDay, LocalDate lastDay) {
        if (firstDay.isAfter(lastDay)) {
            throw new IllegalArgumentException("The interval %s runs backwards.".formatted(text));
        }
        this.text = text;
        this.firstDay = firstDay;
        this.lastDay = lastDay;
        this.firstEpochDay = (int) firstDay.toEpochDay();
        this.lastEpochDay = (int) lastDay.toEpochDay();
    }

    /** Parses a date; refuses any other form, and days that no calendar has. */
    @JsonCreator
    public static PartialDate parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return point(text);
        }
        return new PartialDate(
                text, point(text.substring(0, slash)).firstDay, point(text.substring(slash + 1)).lastDay);
    }

    /** One known day. */
    public static PartialDate of(LocalDate day) {
        return parse(day.toString());
    }

    /** The interval between two days, both included; one known day when they are equal. */
    public static PartialDate between(LocalDate firstDay, LocalDate lastDay) {
        return firstDay.equals(lastDay) ? of(firstDay) : parse(firstDay + "/" + lastDay);
    }

    private static PartialDate point(String text) {
        Matcher parts = POINT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "Expected YYYY, YYYY-MM, YYYY-MM-DD or an interval FROM/TO, got \"%s\".".formatted(shown(text)));
        }
        int year = Integer.parseInt(parts.group(1));
        if (year < EARLIEST_YEAR || year > LATEST_YEAR) {
            throw new IllegalArgumentException(
                    "Expected a year from %s to %s, got %s.".formatted(EARLIEST_YEAR, LATEST_YEAR, text));
        }
        try {
            return point(text, year, parts);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("No calendar has the date %s.".formatted(text), e);
        }
    }

    private static PartialDate point(String text, int year, Matcher parts) {
        if (parts.group(2) == null) {
            return new PartialDate(text, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
        }
        YearMonth month = YearMonth.of(year, Integer.parseInt(parts.group(2)));
        if (parts.group(3) == null) {
            return new PartialDate(text, month.atDay(1), month.atEndOfMonth());
        }
        LocalDate day = month.atDay(Integer.parseInt(parts.group(3)));
        return new PartialDate(text, day, day);
    }

    private static String shown(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    public LocalDate firstDay() {
        return firstDay;
    }

    public LocalDate lastDay() {
        return lastDay;
    }

    /** The first day as a number of days since 1970-01-01, for what compares thousands of them. */
    public int firstEpochDay() {
        return firstEpochDay;
    }

    /** The last day likewise. */
    public int lastEpochDay() {
        return lastEpochDay;
    }

    /** Whether it is one known day. */
    public boolean isExact() {
        return firstEpochDay == lastEpochDay;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PartialDate that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The text as it was stated. */
    @JsonValue
    @Override
    public String toString() {
        return text;
    }
}
