package org.stele.query.replay;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.stele.events.EventJson;
import org.stele.events.FilingId;
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
 * The ledger's mapper, made fast for many events: the few distinct dates are parsed once, records are made without a
 * search for their constructor, and repeated names are not checked, because the ledger checked the bytes when it took
 * them and fsck does so again.
 */
final class EventMapper {

    private static final int MAX_DATES = 20_000;

    private EventMapper() {}

    static JsonMapper create() {
        return EventJson.MAPPER
                .rebuild()
                .disable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                // A payload is followed by the remaining body.
                .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .addModule(new SimpleModule("dates and ids")
                        .addDeserializer(
                                PartialDate.class, new Texts<>(PartialDate.class, PartialDate::parse, MAX_DATES))
                        .addDeserializer(LocalDate.class, new Texts<>(LocalDate.class, LocalDate::parse, MAX_DATES))
                        .addDeserializer(FilingId.class, new Texts<>(FilingId.class, FilingId::parse, 0)))
                .addModule(new RecordModule())
                .build();
    }

    /** Parsed values of one kind by their text; some are cached. */
    private static final class Texts<T> extends StdScalarDeserializer<T> {

        private final transient Map<String, T> known = new ConcurrentHashMap<>();
        private final transient Function<String, T> parsing;
        private final int mostKnown;

        Texts(Class<T> type, Function<String, T> parsing, int mostKnown) {
            super(type);
            this.parsing = parsing;
            this.mostKnown = mostKnown;
        }

        @Override
        @SuppressWarnings("unchecked")
        public T deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                return (T) context.handleUnexpectedToken(getValueType(context), parser);
            }
            String text = parser.getString();
            T value = mostKnown == 0 ? null : known.get(text);
            return value == null ? parsed(text, context) : value;
        }

        @SuppressWarnings("unchecked")
        private T parsed(String text, DeserializationContext context) {
            try {
                T value = parsing.apply(text);
                if (known.size() < mostKnown) {
                    known.put(text, value);
                }
                return value;
            } catch (RuntimeException e) {
                return (T) context.handleWeirdStringValue(handledType(), text, "%s", String.valueOf(e.getMessage()));
            }
        }
    }
}
