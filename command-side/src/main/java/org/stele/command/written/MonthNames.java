package org.stele.command.written;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names of months in the languages of the United Nations that name them, in full and shortened. */
final class MonthNames {

    private static final List<Locale> LANGUAGES =
            List.of(Locale.ENGLISH, Locale.FRENCH, Locale.of("es"), Locale.of("ru"), Locale.of("ar"));
    private static final List<TextStyle> STYLES =
            List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE);

    private static final Map<String, Month> MONTHS = months();

    private MonthNames() {}

    static Optional<Month> find(String name) {
        return Optional.ofNullable(MONTHS.get(key(name)));
    }

    /** A name that two languages use for different months is not accepted. */
    private static Map<String, Month> months() {
        Map<String, Month> months = new HashMap<>();
        Set<String> twice = new HashSet<>();
        for (Month month : Month.values()) {
            for (Locale language : LANGUAGES) {
                for (TextStyle style : STYLES) {
                    String name = key(month.getDisplayName(style, language));
                    Month other = months.putIfAbsent(name, month);
                    if (other != null && other != month) {
                        twice.add(name);
                    }
                }
            }
        }
        months.put("sept", Month.SEPTEMBER);
        months.keySet().removeAll(twice);
        return Map.copyOf(months);
    }

    private static String key(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
