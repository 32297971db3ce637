package org.stele.eventstore.axon;

import java.lang.reflect.Type;
import org.axonframework.common.infra.ComponentDescriptor;
import org.axonframework.conversion.ConversionException;
import org.axonframework.conversion.Converter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * A LedgerConverter writes payloads and tokens as JSON and reads them back, with a mapper that only the ledger
 * configures: the stored bytes do not depend on the settings of the web.
 */
public final class LedgerConverter implements Converter {

    private final JsonMapper mapper;

    public LedgerConverter() {
        // An unknown member would be silently lost: a new shape is a new version.
        this(JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build());
    }

    public LedgerConverter(JsonMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public boolean canConvert(Type sourceType, Type targetType) {
        return true;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable T convert(@Nullable Object input, Type targetType) {
        JavaType target = mapper.constructType(targetType);
        if (input == null || target.getRawClass().isInstance(input)) {
            return (T) input;
        }
        try {
            if (target.hasRawClass(byte[].class)) {
                return (T) mapper.writeValueAsBytes(input);
            }
            if (target.hasRawClass(String.class)) {
                return input instanceof byte[] json
                        ? (T) mapper.readTree(json).toString()
                        : (T) mapper.writeValueAsString(input);
            }
            return switch (input) {
                case byte[] json -> mapper.readValue(json, target);
                case String json -> mapper.readValue(json, target);
                default -> mapper.convertValue(input, target);
            };
        } catch (JacksonException e) {
            throw new ConversionException("Cannot convert " + input.getClass().getName() + " to " + targetType, e);
        }
    }

    @Override
    public void describeTo(ComponentDescriptor descriptor) {
        descriptor.describeProperty("mapper", "JSON, for the ledger only");
    }
}
