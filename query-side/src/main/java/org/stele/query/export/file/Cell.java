package org.stele.query.export.file;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One cell of a sheet. What is not stated is {@link #NOTHING}, never an empty text or zero. */
public sealed interface Cell {

    Cell NOTHING = new Nothing();

    record Text(String value) implements Cell {}

    record Amount(BigDecimal value) implements Cell {}

    record Day(LocalDate value) implements Cell {}

    /** There is only {@link #NOTHING}. */
    record Nothing() implements Cell {}

    /** What a value is written as: numbers and days as such, everything else as its text. */
    static Cell of(@Nullable Object value) {
        return switch (value) {
            case null -> NOTHING;
            case Cell cell -> cell;
            case BigDecimal number -> new Amount(number);
            case Integer number -> new Amount(BigDecimal.valueOf(number));
            case Long number -> new Amount(BigDecimal.valueOf(number));
            case LocalDate day -> new Day(day);
            default -> value.toString().isEmpty() ? NOTHING : new Text(value.toString());
        };
    }

    /** As it is written where everything is text: days as YYYY-MM-DD, numbers in digits, nothing as an empty text. */
    default String text() {
        return switch (this) {
            case Text text -> text.value();
            case Amount amount -> amount.value().toPlainString();
            case Day day -> day.value().toString();
            case Nothing _ -> "";
        };
    }
}
