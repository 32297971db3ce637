package org.stele.query.replay;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.stele.events.EventJson;
import org.stele.events.PartialDate;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * The ledger's own mapper, made fast for reading many events: dates are few and are parsed once each, and names that occur
 * twice are not looked for, because the ledger checked the bytes when it took them and fsck does so again.
 */
final class EventMapper {

    private static final int MOST_DATES = 20_000;

    private EventMapper() {}

    static JsonMapper create() {
        return EventJson.MAPPER
                .rebuild()
                .disable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                // A payload is followed by the rest of the body.
                .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .addModule(new SimpleModule("dates")
                        .addDeserializer(PartialDate.class, new Dates<>(PartialDate.class, PartialDate::parse))
                        .addDeserializer(LocalDate.class, new Dates<>(LocalDate.class, LocalDate::parse)))
                .build();
    }

    /** Dates of one kind by their text. */
    private static final class Dates<T> extends StdScalarDeserializer<T> {

        private final transient Map<String, T> known = new ConcurrentHashMap<>();
        private final transient Function<String, T> parsing;

        Dates(Class<T> type, Function<String, T> parsing) {
            super(type);
            this.parsing = parsing;
        }

        @Override
        @SuppressWarnings("unchecked")
        public T deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                return (T) context.handleUnexpectedToken(getValueType(context), parser);
            }
            String text = parser.getString();
            T date = known.get(text);
            return date == null ? parsed(text, context) : date;
        }

        @SuppressWarnings("unchecked")
        private T parsed(String text, DeserializationContext context) {
            try {
                T date = parsing.apply(text);
                if (known.size() < MOST_DATES) {
                    known.put(text, date);
                }
                return date;
            } catch (RuntimeException e) {
                return (T) context.handleWeirdStringValue(handledType(), text, "%s", String.valueOf(e.getMessage()));
            }
        }
    }
}
