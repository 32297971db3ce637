package org.stele.command.written;

import java.util.Locale;
import java.util.regex.Pattern;
import org.stele.events.PersonsCount;

/**
 * A count of persons as people write it: 1200, 1,200, 1 200, 1'200 or 1.200.000. Persons are whole, so a comma before
 * three digits separates groups; a single point before three digits may be a decimal point and is refused as ambiguous.
 */
public final class WrittenCount {

    private static final Pattern DIGITS = Pattern.compile("\\d{1,18}");
    private static final Pattern GROUPED = Pattern.compile(
            "[1-9]\\d{0,2}(?:(?:,\\d{3})+|(?:٬\\d{3})+|(?: \\d{3})+|(?:['’]\\d{3})+|(?:\\.\\d{3}){2,})");
    /** As in South Asia: 12,34,567. */
    private static final Pattern GROUPED_IN_TWOS = Pattern.compile("[1-9]\\d?(?:,\\d{2})+,\\d{3}");

    private static final Pattern POINTED = Pattern.compile("[1-9]\\d{0,2}\\.\\d{3}");

    private WrittenCount() {}

    /** The count; throws, with what to write instead, where the text is no count or an ambiguous one. */
    public static PersonsCount read(String text) {
        String plain = Digits.plain(text);
        if (POINTED.matcher(plain).matches()) {
            throw new IllegalArgumentException(
                    "Expected a number that can be read in one way; %s may be a whole number or a fraction. Write %s if that is meant."
                            .formatted(plain, plain.replace(".", "")));
        }
        boolean isGrouped = GROUPED.matcher(plain).matches()
                || GROUPED_IN_TWOS.matcher(plain).matches();
        String digits = isGrouped ? plain.replaceAll("\\D", "") : plain;
        if (!DIGITS.matcher(digits).matches() || Long.parseLong(digits) > PersonsCount.MOST) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "Expected a whole number from 0 to %,d, such as 1200.", PersonsCount.MOST));
        }
        return new PersonsCount(Integer.parseInt(digits));
    }
}
