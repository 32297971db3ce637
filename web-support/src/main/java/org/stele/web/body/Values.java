package org.stele.web.body;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.lang.reflect.AnnotatedElement;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stele.events.MemberState;
import org.stele.events.PersonsCount;
import org.stele.web.json.WebJson;
import org.stele.web.text.Text;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads one JSON value as one value of a type; what is wrong with it is an {@link IllegalArgumentException} in words.
 */
final class Values {

    /** The limit of a text's characters, or a list's elements, where no other is declared. */
    static final int MAX_CHARACTERS = 200;

    /** Digits after the decimal point: more carry no information about a score, and could cost much time to parse. */
    static final int MAX_DECIMALS = 12;

    private static final int MAX_LISTED = 20;

    private Values() {}

    /** Whether a type is an object of fields in JSON, and not a value with a text or number form of its own. */
    static boolean isPlainRecord(Class<?> type) {
        return type.isRecord()
                && Stream.of(type.getDeclaredMethods(), type.getDeclaredConstructors())
                        .flatMap(Arrays::stream)
                        .map(AnnotatedElement.class::cast)
                        .noneMatch(member -> member.isAnnotationPresent(JsonCreator.class));
    }

    static Object of(Class<?> type, JsonNode node, int mostCharacters) {
        if (type == boolean.class || type == Boolean.class) {
            require(node.isBoolean(), "Expected true or false.");
            return node.booleanValue();
        }
        if (type == int.class || type == Integer.class) {
            require(node.isIntegralNumber() && node.canConvertToInt(), "Expected a whole number.");
            return node.intValue();
        }
        if (type == PersonsCount.class) {
            require(
                    node.isIntegralNumber() && node.canConvertToInt(),
                    String.format(Locale.ROOT, "Expected a whole number from 0 to %,d.", PersonsCount.MOST));
            return new PersonsCount(node.intValue());
        }
        if (type == BigDecimal.class) {
            return decimal(node);
        }
        require(node.isString(), "Expected a text.");
        return ofText(type, node.stringValue(), mostCharacters);
    }

    private static BigDecimal decimal(JsonNode node) {
        require(node.isNumber(), "Expected a number.");
        BigDecimal number = node.decimalValue();
        require(
                number.scale() <= MAX_DECIMALS && number.scale() >= -MAX_DECIMALS,
                "Expected a number with at most %s decimals.".formatted(MAX_DECIMALS));
        return number;
    }

    private static Object ofText(Class<?> type, String text, int mostCharacters) {
        String fault = Text.fault(text);
        require(fault == null, String.valueOf(fault));
        require(
                text.length() <= mostCharacters,
                String.format(Locale.ROOT, "Expected at most %,d characters, got %,d.", mostCharacters, text.length()));
        if (type == String.class) {
            return text;
        }
        try {
            return WebJson.MAPPER.convertValue(text, type);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(expected(type, e), e);
        }
    }

    private static String expected(Class<?> type, JacksonException failure) {
        if (type == MemberState.class) {
            return "Expected the alpha-3 code of a Member State, such as NOR.";
        }
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof IllegalArgumentException stated && stated.getMessage() != null) {
                return stated.getMessage();
            }
        }
        Object[] constants = type.getEnumConstants();
        if (constants != null && constants.length <= MAX_LISTED) {
            return Stream.of(constants)
                    .map(Object::toString)
                    .collect(Collectors.joining(", ", "Expected one of ", "."));
        }
        return type == LocalDate.class
                ? "Expected a day as YYYY-MM-DD."
                : type == Instant.class
                        ? "Expected an instant such as 2026-01-31T12:00:00Z."
                        : "Expected another form.";
    }

    private static void require(boolean holds, String expected) {
        if (!holds) {
            throw new IllegalArgumentException(expected);
        }
    }
}
