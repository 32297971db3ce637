package org.stele.command.written;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stele.events.PartialDate;

/**
 * A date as people write it, with the precision that they give: 2019-12-22, 22 December 2019, December 22, 2019,
 * 22.12.2019, 12/2019, December 2019, 2019, or two of them with "to" between. An ambiguous date is refused.
 */
public final class WrittenDate {

    private static final Pattern ISO = Pattern.compile("\\d{4}(?:-\\d{2}(?:-\\d{2})?)?");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})([./-])(\\d{1,2})\\2(\\d{1,2})\\.?");
    private static final Pattern CHINESE = Pattern.compile("(\\d{4})年(\\d{1,2})月(?:(\\d{1,2})日)?");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})([./-])(\\d{1,2})\\2(\\d{4})");
    private static final Pattern MONTH_YEAR = Pattern.compile("(\\d{1,2})[./-](\\d{4})");

    private static final String NAME = "(\\p{L}[\\p{L}\\p{M}]*\\.?)";
    private static final String YEAR = "(?: de|,)?[ -](\\d{4})(?: ?г\\.?)?";
    private static final Pattern DAY_NAME_YEAR =
            Pattern.compile("(\\d{1,2})(?:st|nd|rd|th|er|\\.)?[ -](?:of |de )?" + NAME + YEAR);
    private static final Pattern NAME_DAY_YEAR = Pattern.compile(NAME + " (\\d{1,2})(?:st|nd|rd|th)?" + YEAR);
    private static final Pattern NAME_YEAR = Pattern.compile(NAME + YEAR);

    private static final Pattern INTERVAL = Pattern.compile("(\\d{4}[0-9-]{0,6})/(\\d{4}[0-9-]{0,6})");
    private static final Pattern FROM_TO = Pattern.compile("(.{4,40}?) (?:to|[–—-]) (.{4,40})");

    private WrittenDate() {}

    /** The date; throws, with what to write instead, where the text is no date or an ambiguous one. */
    public static PartialDate read(String text) {
        String plain = Digits.plain(text).replaceAll(" {2,}", " ").replaceAll("(?<=\\d) ?([./]) ?(?=\\d)", "$1");
        for (Pattern two : new Pattern[] {INTERVAL, FROM_TO}) {
            Matcher ends = two.matcher(plain);
            if (ends.matches()) {
                return PartialDate.parse(point(ends.group(1)) + "/" + point(ends.group(2)));
            }
        }
        return PartialDate.parse(point(plain));
    }

    /** One date as ISO 8601 writes it; whether the calendar has it is checked elsewhere. */
    private static String point(String plain) {
        if (ISO.matcher(plain).matches()) {
            return plain;
        }
        return Stream.of(yearFirst(plain), yearLast(plain), named(plain))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        ("Expected a date such as 22 December 2019, 2019-12-22, 2019-12 or 2019, the year in four"
                                        + " digits; got \"%s\".")
                                .formatted(Digits.shown(plain))));
    }

    private static Optional<String> yearFirst(String plain) {
        Matcher year = YEAR_FIRST.matcher(plain);
        if (year.matches()) {
            return Optional.of(iso(year.group(1), number(year.group(3)), year.group(4)));
        }
        Matcher chinese = CHINESE.matcher(plain);
        return chinese.matches()
                ? Optional.of(iso(chinese.group(1), number(chinese.group(2)), chinese.group(3)))
                : Optional.empty();
    }

    private static Optional<String> yearLast(String plain) {
        Matcher month = MONTH_YEAR.matcher(plain);
        if (month.matches()) {
            return Optional.of(iso(month.group(2), number(month.group(1)), null));
        }
        Matcher numbers = YEAR_LAST.matcher(plain);
        return numbers.matches()
                ? Optional.of(inOneWay(plain, numbers.group(1), numbers.group(3), numbers.group(4)))
                : Optional.empty();
    }

    /** Some put the day first, others the month: only numbers that allow one reading are accepted. */
    private static String inOneWay(String plain, String first, String second, String year) {
        String dayFirst = iso(year, number(second), first);
        String monthFirst = iso(year, number(first), second);
        boolean mayBeBoth = isMonth(first) && isMonth(second) && number(first) != number(second);
        if (mayBeBoth) {
            throw new IllegalArgumentException(
                    "Expected a date that can be read in one way; %s may be %s or %s. Write %s or %s."
                            .formatted(
                                    plain,
                                    words(first, second, year),
                                    words(second, first, year),
                                    dayFirst,
                                    monthFirst));
        }
        return isMonth(second) ? dayFirst : monthFirst;
    }

    private static boolean isMonth(String digits) {
        return number(digits) >= 1 && number(digits) <= 12;
    }

    private static String words(String day, String month, String year) {
        String name = Month.of(number(month)).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        return number(day) + " " + name + " " + year;
    }

    private static Optional<String> named(String plain) {
        Matcher dayFirst = DAY_NAME_YEAR.matcher(plain);
        if (dayFirst.matches()) {
            return month(dayFirst.group(2)).map(month -> iso(dayFirst.group(3), month, dayFirst.group(1)));
        }
        Matcher monthFirst = NAME_DAY_YEAR.matcher(plain);
        if (monthFirst.matches()) {
            return month(monthFirst.group(1)).map(month -> iso(monthFirst.group(3), month, monthFirst.group(2)));
        }
        Matcher noDay = NAME_YEAR.matcher(plain);
        return noDay.matches()
                ? month(noDay.group(1)).map(month -> iso(noDay.group(2), month, null))
                : Optional.empty();
    }

    private static Optional<Integer> month(String name) {
        return MonthNames.find(name).map(Month::getValue);
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static String iso(String year, int month, @Nullable String day) {
        String upToMonth = year + "-" + twoDigits(month);
        return day == null ? upToMonth : upToMonth + "-" + twoDigits(number(day));
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
