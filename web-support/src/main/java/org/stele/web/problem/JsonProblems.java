package org.stele.web.problem;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** The error in a JSON body, with its field. */
public final class JsonProblems {

    private JsonProblems() {}

    public static Problem of(JacksonException failure) {
        return of(failure, null);
    }

    /** @param parser the parser that stopped; null where it is not known */
    public static Problem of(JacksonException failure, @Nullable JsonParser parser) {
        return switch (failure) {
            case UnrecognizedPropertyException unknown -> unknown(unknown);
            case StreamConstraintsException limit ->
                malformed(
                        limit,
                        path(parser),
                        "The JSON is nested too deeply, or a name, number or text in it is too long");
            case StreamReadException unreadable ->
                malformed(unreadable, path(unreadable), "The body is not JSON as RFC 8259 writes it");
            default -> wrongValue(failure);
        };
    }

    /** Of a number that is JSON and larger or smaller than any that can be read. */
    public static Problem ofNumber(JsonParser parser) {
        Problem problem = Problem.of(
                400,
                "malformed-json",
                "A number of the JSON is too large, or too small, to be read. Correct it and send it again.");
        String field = path(parser);
        return field.isEmpty()
                ? problem
                : problem.withErrors(List.of(FieldError.of(field, "Expected a number with a smaller exponent.")));
    }

    private static Problem unknown(UnrecognizedPropertyException failure) {
        String known = failure.getKnownPropertyIds() == null
                ? ""
                : failure.getKnownPropertyIds().stream().map(String::valueOf).collect(Collectors.joining(", "));
        return Problem.invalid(
                List.of(FieldError.of(path(failure), "There is no such field. Known are: " + known + ".")));
    }

    private static Problem malformed(JacksonException failure, String field, String what) {
        TokenStreamLocation at = failure.getLocation();
        String where = at == null ? "" : ", at line %s, column %s".formatted(at.getLineNr(), at.getColumnNr());
        Problem problem = Problem.of(400, "malformed-json", what + where + ". Correct it and send it again.");
        return field.isEmpty()
                ? problem
                : problem.withErrors(List.of(FieldError.of(field, "The JSON cannot be read from here on.")));
    }

    private static Problem wrongValue(JacksonException failure) {
        if (path(failure).isEmpty()) {
            return Problem.of(
                    400,
                    "invalid-request",
                    "The body as a whole is wrong: send one JSON object, and nothing after it.");
        }
        Object value = failure instanceof InvalidFormatException format ? format.getValue() : null;
        return Problem.invalid(
                List.of(new FieldError(path(failure), reason(failure), value == null ? null : String.valueOf(value))));
    }

    private static String reason(JacksonException failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof IllegalArgumentException stated && stated.getMessage() != null) {
                return stated.getMessage();
            }
        }
        return failure instanceof InvalidFormatException || failure.getCause() == null
                ? "Expected a value of another type or form."
                : "Expected another value.";
    }

    /** The path in a client's notation, such as {@code documents[0].sha256}; empty at the top. */
    private static String path(JacksonException failure) {
        String named = failure.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                .collect(Collectors.joining());
        if (!named.isEmpty()) {
            return FieldError.shown(named.startsWith(".") ? named.substring(1) : named);
        }
        return failure instanceof StreamReadException unreadable ? path(unreadable.processor()) : "";
    }

    private static String path(@Nullable JsonParser parser) {
        if (parser == null) {
            return "";
        }
        JsonPointer pointer = parser.streamReadContext().pathAsPointer();
        String joined = Stream.iterate(pointer, step -> !step.matches(), JsonPointer::tail)
                .map(step ->
                        step.mayMatchElement() ? "[" + step.getMatchingIndex() + "]" : "." + step.getMatchingProperty())
                .limit(16)
                .collect(Collectors.joining());
        return FieldError.shown(joined.startsWith(".") ? joined.substring(1) : joined);
    }
}
