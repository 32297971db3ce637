package org.stele.command.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.NumberSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stele.events.CommandId;
import org.stele.events.Confidence;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.ObligationId;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCount;
import org.stele.events.Sha256Digest;
import org.stele.events.SubjectRef;
import org.stele.web.body.Body;
import org.stele.web.body.MaxSize;
import tools.jackson.databind.JsonNode;

/** Describes a {@link Body} exactly as it is read: required fields, maximum lengths, allowed values. */
final class BodySchema {

    private BodySchema() {}

    static Schema<?> of(Class<?> record) {
        ObjectSchema schema = new ObjectSchema();
        schema.setAdditionalProperties(false);
        addFields(schema, record);
        return schema;
    }

    private static void addFields(ObjectSchema schema, Class<?> record) {
        for (RecordComponent component : record.getRecordComponents()) {
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                addFields(schema, component.getType());
            } else {
                addField(schema, component);
            }
        }
    }

    private static void addField(ObjectSchema schema, RecordComponent component) {
        MaxSize most = component.getAnnotation(MaxSize.class);
        Schema<?> field = of(component.getAnnotatedType(), most == null ? null : most.value());
        var stated = component.getAccessor().getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class);
        if (stated != null) {
            field.setDescription(stated.description());
        }
        schema.addProperty(component.getName(), field);
        if (isRequired(component)) {
            schema.addRequiredItem(component.getName());
        }
    }

    private static boolean isRequired(RecordComponent component) {
        Class<?> type = component.getType();
        return type != boolean.class
                && type != List.class
                && type != Map.class
                && !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static Schema<?> of(AnnotatedType type, @Nullable Integer most) {
        Class<?> raw = raw(type.getType());
        if (raw == List.class) {
            AnnotatedType element = ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[0];
            return new ArraySchema().items(of(element, null)).maxItems(most);
        }
        if (raw == Map.class) {
            AnnotatedType value = ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[1];
            return new ObjectSchema().additionalProperties(of(value, null));
        }
        return value(raw, most);
    }

    private static Schema<?> value(Class<?> type, @Nullable Integer most) {
        if (type == boolean.class || type == Boolean.class) {
            return new BooleanSchema();
        }
        if (type == Integer.class || type == int.class) {
            return new IntegerSchema();
        }
        if (type == PersonsCount.class) {
            return new IntegerSchema().minimum(BigDecimal.ZERO).maximum(BigDecimal.valueOf(PersonsCount.MOST));
        }
        if (type == JsonNode.class) {
            return new ObjectSchema().additionalProperties(true);
        }
        if (type == BigDecimal.class) {
            return new NumberSchema().minimum(BigDecimal.ZERO).maximum(BigDecimal.ONE);
        }
        return type.isRecord() && !hasTextForm(type) ? of(type) : text(type, most);
    }

    private static boolean hasTextForm(Class<?> type) {
        return List.of(FilingId.class, CommandId.class, SubjectRef.class, Sha256Digest.class)
                .contains(type);
    }

    private static Schema<?> text(Class<?> type, @Nullable Integer most) {
        Schema<String> text = new StringSchema();
        if (type == PartialDate.class) {
            return text.description("YYYY, YYYY-MM, YYYY-MM-DD, or an interval of two of these with a slash between");
        }
        if (type == LocalDate.class) {
            return text.format("date");
        }
        if (type == Instant.class) {
            return text.format("date-time");
        }
        if (type == Sha256Digest.class) {
            return text.pattern("^[0-9a-f]{64}$");
        }
        if (hasTextForm(type)) {
            return text.format("uuid");
        }
        if (type == MemberState.class) {
            return text.pattern("^[A-Z]{3}$").description("The ISO 3166-1 alpha-3 code of a Member State");
        }
        return type.isEnum() ? text._enum(words(type)) : text.maxLength(most == null ? 200 : most);
    }

    private static List<String> words(Class<?> type) {
        return Stream.of(type.getEnumConstants())
                .filter(constant ->
                        !(constant instanceof ObligationId obligation) || obligation.isAnsweredByAttestation())
                .map(constant -> constant instanceof Confidence || constant instanceof ObligationId
                        ? constant.toString()
                        : ((Enum<?>) constant).name())
                .toList();
    }

    private static Class<?> raw(Type type) {
        return (Class<?>) (type instanceof ParameterizedType parameterized ? parameterized.getRawType() : type);
    }
}
