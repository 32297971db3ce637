package org.stele.statefile;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.stele.events.PartialDate;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Reads equal dates as one object: a million records speak of a few thousand days, and a view that compares their days finds them
 * in the processor's cache. Safe for all threads.
 */
final class SharedDates extends SimpleModule {

    /** Two centuries of days, and some intervals. Further dates are read each for itself. */
    private static final int MAX_KEPT = 100_000;

    SharedDates() {
        super("shared dates");
        addDeserializer(PartialDate.class, new Shared<>(PartialDate.class, PartialDate::parse));
        addDeserializer(LocalDate.class, new Shared<>(LocalDate.class, LocalDate::parse));
    }

    private static final class Shared<T> extends StdDeserializer<T> {

        private final transient Map<String, T> kept = new ConcurrentHashMap<>();
        private final transient Function<String, T> reading;

        Shared(Class<T> type, Function<String, T> reading) {
            super(type);
            this.reading = reading;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) {
            String text = parser.getString();
            T known = kept.get(text);
            if (known != null) {
                return known;
            }
            T read = read(text, context);
            if (kept.size() < MAX_KEPT) {
                kept.put(text, read);
            }
            return read;
        }

        @SuppressWarnings("unchecked") // Of the type that it is made for.
        private T read(String text, DeserializationContext context) {
            try {
                return reading.apply(text);
            } catch (IllegalArgumentException | java.time.DateTimeException e) {
                return (T) context.handleWeirdStringValue(handledType(), text, "%s", e.getMessage());
            }
        }
    }
}
