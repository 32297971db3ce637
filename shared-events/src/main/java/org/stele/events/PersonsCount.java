package org.stele.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** A number of persons that somebody stated, from 0 to 10,000,000. A count that nobody stated is null, never zero. */
public record PersonsCount(int value) {

    public static final int MOST = 10_000_000;

    @JsonCreator
    public PersonsCount {
        if (value < 0 || value > MOST) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "Expected a count from 0 to %,d, got %,d.", MOST, value));
        }
    }

    @JsonValue
    @Override
    public int value() {
        return value;
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
