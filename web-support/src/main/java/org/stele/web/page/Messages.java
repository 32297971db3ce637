package org.stele.web.page;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.stele.events.PartialDate;

/** The messages of all pages in one language, and its formats of numbers and dates. */
public final class Messages {

    private final Locale locale;
    private final List<ResourceBundle> bundles;
    private final DateTimeFormatter dates;
    private final DateTimeFormatter months;
    private final DateTimeFormatter instants;

    Messages(Locale locale, List<ResourceBundle> bundles) {
        this.locale = locale;
        this.bundles = List.copyOf(bundles);
        dates = DateTimeFormatter.ofPattern("d MMMM uuuu", locale);
        months = DateTimeFormatter.ofPattern("MMM uuuu", locale);
        instants = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss 'UTC'", locale)
                .withZone(ZoneOffset.UTC);
    }

    /** The language as HTML names it, such as {@code en}. */
    public String language() {
        return locale.toLanguageTag();
    }

    /** {@code ltr} or {@code rtl}. */
    public String direction() {
        return List.of("ar", "fa", "he", "ur").contains(locale.getLanguage()) ? "rtl" : "ltr";
    }

    /** The message of a key, with {@code {0}}, {@code {1}} .. filled in. An unknown key is a programming error. */
    public String text(String key, Object... arguments) {
        return new MessageFormat(pattern(key), locale).format(arguments);
    }

    /** Whether some bundle has the key. */
    public boolean has(String key) {
        return bundles.stream().anyMatch(bundle -> bundle.containsKey(key));
    }

    private String pattern(String key) {
        return bundles.stream()
                .filter(bundle -> bundle.containsKey(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No words for " + key))
                .getString(key);
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** A day in words, such as 22 December 2019. */
    public String date(LocalDate day) {
        return dates.format(day);
    }

    /** A date in words, with the precision to which it is known: 2019, March 2019, 6 March 2019, or one to another. */
    public String date(PartialDate date) {
        String stated = date.toString();
        int slash = stated.indexOf('/');
        return slash < 0
                ? point(stated)
                : text("date.from-to", point(stated.substring(0, slash)), point(stated.substring(slash + 1)));
    }

    private String point(String stated) {
        return switch (stated.length()) {
            case 4 -> stated;
            case 7 -> DateTimeFormatter.ofPattern("LLLL uuuu", locale).format(YearMonth.parse(stated));
            default -> date(LocalDate.parse(stated));
        };
    }

    /** A month, abbreviated, such as Dec 2019. */
    public String month(YearMonth month) {
        return months.format(month);
    }

    /** An instant to the second, in UTC. */
    public String instant(Instant instant) {
        return instants.format(instant);
    }
}
