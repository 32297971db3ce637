package org.stele.command.axon;

import java.lang.reflect.Type;
import org.axonframework.common.infra.ComponentDescriptor;
import org.axonframework.conversion.ConversionException;
import org.axonframework.conversion.Converter;
import org.jspecify.annotations.Nullable;
import org.stele.events.EventJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/** Axon's converter for the stored JSON of events. Axon 5.0.1 has one for Jackson 2 only. */
final class EventJsonConverter implements Converter {

    private static final JsonMapper JSON = EventJson.MAPPER;

    @Override
    public boolean canConvert(Type sourceType, Type targetType) {
        return true;
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <T> @Nullable T convert(@Nullable Object input, Type targetType) {
        if (input == null || targetType instanceof Class<?> type && type.isInstance(input)) {
            return (T) input;
        }
        try {
            if (targetType == byte[].class) {
                return (T) JSON.writeValueAsBytes(input);
            }
            JavaType target = JSON.constructType(targetType);
            return input instanceof byte[] bytes ? JSON.readValue(bytes, target) : JSON.convertValue(input, target);
        } catch (JacksonException e) {
            throw new ConversionException(
                    "%s cannot be converted to %s".formatted(input.getClass().getName(), targetType.getTypeName()), e);
        }
    }

    @Override
    public void describeTo(ComponentDescriptor descriptor) {
        descriptor.describeProperty("mapper", "EventJson");
    }
}
