package org.stele.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How certain a registrar is of a source. Written in lower case. */
public enum Confidence {
    HIGH,
    MEDIUM,
    LOW;

    @JsonCreator
    public static Confidence parse(String text) {
        for (Confidence confidence : values()) {
            if (confidence.toString().equals(text)) {
                return confidence;
            }
        }
        throw new IllegalArgumentException("Expected high, medium or low.");
    }

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
