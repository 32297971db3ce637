package org.stele.web.body;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stele.web.json.WebJson;
import org.stele.web.problem.FieldError;
import org.stele.web.problem.JsonProblems;
import org.stele.web.problem.Problem;
import org.stele.web.text.Text;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;

/** Reads a JSON object into a record and reports every error in it at once, where a mapper stops at the first. */
public final class BodyReader {

    private static final ObjectReader TREE =
            WebJson.MAPPER.reader().with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final int MAX_ERRORS = 100;

    private final List<FieldError> errors = new ArrayList<>();

    private BodyReader() {}

    /** The record that the JSON states; throws a problem (400) that names every wrong field. */
    public static <T extends Record> T read(InputStream json, Class<T> type) {
        JsonNode root = tree(json);
        if (root == null || root.isMissingNode()) {
            throw Problem.of(400, "missing-body", "The request has no body. Send a JSON object.")
                    .asException();
        }
        if (!root.isObject()) {
            throw Problem.of(400, "invalid-request", "The body as a whole is wrong: send one JSON object.")
                    .asException();
        }
        BodyReader reader = new BodyReader();
        Object body = reader.object(type, root, "");
        if (body == null || !reader.errors.isEmpty()) {
            throw Problem.invalid(reader.errors.stream().limit(MAX_ERRORS).toList())
                    .asException();
        }
        return type.cast(body);
    }

    private static @Nullable JsonNode tree(InputStream json) {
        try (JsonParser parser = TREE.createParser(utf8(json))) {
            try {
                JsonNode root = TREE.readTree(parser);
                if (parser.nextToken() != null) {
                    throw Problem.of(
                                    400,
                                    "invalid-request",
                                    "The body as a whole is wrong: send one JSON object, and nothing after it.")
                            .asException();
                }
                return root;
            } catch (JacksonException e) {
                throw JsonProblems.of(e, parser).asException();
            } catch (NumberFormatException e) {
                // The parser reads the number, and its decimals throw this beyond two thousand million digits.
                throw JsonProblems.ofNumber(parser).asException();
            }
        }
    }

    /**
     * The same bytes, checked: JSON is UTF-8 (RFC 8259, section 8.1), but a parser would accept UTF-16 and UTF-32 as
     * well.
     */
    private static PushbackInputStream utf8(InputStream json) {
        try {
            PushbackInputStream bytes = new PushbackInputStream(json, 2);
            byte[] start = bytes.readNBytes(2);
            bytes.unread(start);
            boolean isWider = start.length == 2
                    && (start[0] == 0 || start[1] == 0 || start[0] == (byte) 0xFE || start[0] == (byte) 0xFF);
            if (isWider) {
                throw Problem.of(400, "malformed-json", "The body is not in UTF-8. Send JSON in UTF-8.")
                        .asException();
            }
            return bytes;
        } catch (IOException e) {
            throw Problem.of(400, "missing-body", "The body of the request broke off. Send it again.")
                    .asException();
        }
    }

    private @Nullable Object object(Class<?> type, JsonNode node, String path) {
        Set<String> known = new LinkedHashSet<>();
        Object value = fields(type, node, path, known);
        for (String name : node.propertyNames()) {
            if (errors.size() >= MAX_ERRORS) {
                break;
            }
            if (!known.contains(name)) {
                errors.add(FieldError.of(
                        FieldErrors.path(path, name),
                        "There is no such field. Known are: %s.".formatted(String.join(", ", known))));
            }
        }
        return value;
    }

    private @Nullable Object fields(Class<?> type, JsonNode node, String path, Set<String> known) {
        RecordComponent[] components = type.getRecordComponents();
        @Nullable Object[] values = new @Nullable Object[components.length];
        int before = errors.size();
        for (int index = 0; index < components.length; index++) {
            values[index] = field(components[index], node, path, known);
        }
        return errors.size() == before ? construct(type, values, path) : null;
    }

    private @Nullable Object field(RecordComponent component, JsonNode node, String path, Set<String> known) {
        if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
            return unwrapped(component, node, path, known);
        }
        known.add(component.getName());
        MaxSize limit = component.getAnnotation(MaxSize.class);
        return value(
                component.getAnnotatedType(),
                node.get(component.getName()),
                FieldErrors.path(path, component.getName()),
                limit == null ? Values.MAX_CHARACTERS : limit.value());
    }

    /** The record of some of the object's fields; null where it may be absent and none of its fields is present. */
    private @Nullable Object unwrapped(RecordComponent component, JsonNode node, String path, Set<String> known) {
        Set<String> own = new LinkedHashSet<>();
        int before = errors.size();
        Object value = fields(component.getType(), node, path, own);
        known.addAll(own);
        if (isNullable(component.getAnnotatedType()) && own.stream().noneMatch(node::has)) {
            errors.subList(before, errors.size()).clear();
            return null;
        }
        return value;
    }

    private @Nullable Object value(AnnotatedType type, @Nullable JsonNode node, String path, int most) {
        Class<?> raw = raw(type.getType());
        if (node == null || node.isNull()) {
            return absent(type, raw, node, path);
        }
        if (raw == List.class) {
            return list((AnnotatedParameterizedType) type, node, path, most);
        }
        if (raw == Map.class) {
            return map((AnnotatedParameterizedType) type, node, path, most);
        }
        if (raw == JsonNode.class) {
            return node.isObject() ? node : wrong(path, "Expected an object.", null);
        }
        if (Values.isPlainRecord(raw)) {
            return node.isObject() ? object(raw, node, path) : wrong(path, "Expected an object.", node);
        }
        try {
            return Values.of(raw, node, most);
        } catch (IllegalArgumentException e) {
            return wrong(path, String.valueOf(e.getMessage()), node);
        }
    }

    private @Nullable Object absent(AnnotatedType type, Class<?> raw, @Nullable JsonNode node, String path) {
        if (raw == boolean.class && node == null) {
            return false;
        }
        if (raw == List.class) {
            return List.of();
        }
        if (raw == Map.class) {
            return Map.of();
        }
        if (raw.isPrimitive() || !isNullable(type)) {
            errors.add(FieldError.of(path, "This field is required."));
        }
        return null;
    }

    private @Nullable Object list(AnnotatedParameterizedType type, JsonNode node, String path, int most) {
        if (!node.isArray()) {
            return wrong(path, "Expected an array.", node);
        }
        if (node.size() > most) {
            return wrong(
                    path,
                    String.format(Locale.ROOT, "Expected at most %,d elements, got %,d.", most, node.size()),
                    null);
        }
        List<Object> elements = new ArrayList<>();
        for (int index = 0; index < node.size(); index++) {
            Object element = value(
                    type.getAnnotatedActualTypeArguments()[0],
                    node.get(index),
                    path + "[" + index + "]",
                    Values.MAX_CHARACTERS);
            if (element != null) {
                elements.add(element);
            }
        }
        return elements;
    }

    private @Nullable Object map(AnnotatedParameterizedType type, JsonNode node, String path, int most) {
        if (!node.isObject()) {
            return wrong(path, "Expected an object.", node);
        }
        if (node.size() > most) {
            return wrong(
                    path,
                    String.format(Locale.ROOT, "Expected at most %,d members, got %,d.", most, node.size()),
                    null);
        }
        Map<String, Object> members = new LinkedHashMap<>();
        for (String name : node.propertyNames()) {
            String at = FieldErrors.path(path, name);
            String fault = Text.fault(name);
            if (fault != null) {
                wrong(at, fault, null);
            }
            Object member = value(type.getAnnotatedActualTypeArguments()[1], node.get(name), at, Values.MAX_CHARACTERS);
            if (member != null) {
                members.put(name, member);
            }
        }
        return members;
    }

    private @Nullable Object construct(Class<?> type, @Nullable Object[] values, String path) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof InvalidField fault) {
                return wrong(FieldErrors.path(path, fault.field()), String.valueOf(fault.getMessage()), null);
            }
            if (e.getCause() instanceof IllegalArgumentException fault) {
                return wrong(path, String.valueOf(fault.getMessage()), null);
            }
            throw new IllegalStateException(type + " cannot be constructed", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " is no record that can be read", e);
        }
    }

    private @Nullable Object wrong(String path, String message, @Nullable JsonNode got) {
        errors.add(new FieldError(path, message, got == null ? null : FieldErrors.shown(got)));
        return null;
    }

    private static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    private static Class<?> raw(Type type) {
        return (Class<?>) (type instanceof ParameterizedType parameterized ? parameterized.getRawType() : type);
    }
}
