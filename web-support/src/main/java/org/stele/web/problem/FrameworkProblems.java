package org.stele.web.problem;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;

/** The web framework's own refusals, as problems. */
final class FrameworkProblems {

    private FrameworkProblems() {}

    /** The problem of a failure; null where no client caused it. */
    static @Nullable Problem of(Exception failure) {
        return switch (failure) {
            case ProblemException stated -> stated.problem();
            case HttpMessageNotReadableException unreadable -> unreadable(unreadable);
            case MissingRequestHeaderException header -> missing("missing-header", "header", header.getHeaderName());
            case MissingServletRequestParameterException parameter ->
                missing("missing-parameter", "parameter", parameter.getParameterName());
            case MethodArgumentTypeMismatchException argument -> parameter(argument.getName(), argument);
            case TypeMismatchException other -> parameter(String.valueOf(other.getPropertyName()), other);
            case NoResourceFoundException _ -> notFound();
            case NoHandlerFoundException _ -> notFound();
            case HttpRequestMethodNotSupportedException method -> method(method);
            case HttpMediaTypeNotAcceptableException accept ->
                Problem.of(
                        406,
                        "not-acceptable",
                        accept.getSupportedMediaTypes().isEmpty()
                                ? "The Accept header cannot be read. Send forms with commas between, such as"
                                        + " text/html, application/json;q=0.5."
                                : "This address answers with %s; the Accept header admits none of it."
                                        .formatted(listed(accept.getSupportedMediaTypes())));
            case HttpMediaTypeNotSupportedException type ->
                Problem.of(
                        415,
                        "unsupported-media-type",
                        "This address reads %s, got %s. Set the Content-Type header."
                                .formatted(listed(type.getSupportedMediaTypes()), shown(type.getContentType())));
            case MaxUploadSizeExceededException _ ->
                Problem.of(413, "body-too-large", "The upload is larger than this address takes.");
            case MultipartException _ ->
                Problem.of(
                        400, "bad-request", "The body is not the multipart/form-data that its Content-Type promises.");
            case ErrorResponse other -> other(other);
            default -> null;
        };
    }

    private static Problem unreadable(HttpMessageNotReadableException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException stated) {
                return stated.problem();
            }
            if (cause instanceof JacksonException json) {
                return JsonProblems.of(json);
            }
        }
        return Problem.of(400, "missing-body", "The request has no body that can be read. Send a JSON object.");
    }

    private static Problem missing(String code, String kind, String name) {
        String message = "The %s %s is required.".formatted(kind, name);
        return Problem.of(400, code, message + " Send it with the request.")
                .withErrors(List.of(FieldError.of(name, message)));
    }

    private static Problem parameter(String name, TypeMismatchException failure) {
        Throwable cause = failure.getMostSpecificCause();
        String message = cause instanceof IllegalArgumentException
                        && cause.getMessage() != null
                        && !(cause instanceof NumberFormatException)
                ? cause.getMessage()
                : "Expected a value of another form.";
        Object value = failure.getValue();
        FieldError error = new FieldError(name, message, value == null ? null : value.toString());
        return Problem.of(400, "invalid-parameter", "The parameter %s cannot be read. Correct it.".formatted(name))
                .withErrors(List.of(error));
    }

    static Problem notFound() {
        return Problem.of(404, "not-found", "Nothing is at this address. Check it against /v3/api-docs.");
    }

    private static Problem method(HttpRequestMethodNotSupportedException failure) {
        return Problem.of(
                405,
                "method-not-allowed",
                "This address answers to %s, got %s."
                        .formatted(allowed(failure), FieldError.shown(failure.getMethod())));
    }

    /** The methods of an address: HEAD wherever there is GET, and OPTIONS everywhere. */
    static String allowed(HttpRequestMethodNotSupportedException failure) {
        Set<String> methods = new TreeSet<>();
        String[] supported = failure.getSupportedMethods();
        methods.addAll(supported == null ? List.of() : List.of(supported));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        methods.add("OPTIONS");
        return String.join(", ", methods);
    }

    private static @Nullable Problem other(ErrorResponse failure) {
        int status = failure.getStatusCode().value();
        return status < 500 ? ofStatus(status) : null;
    }

    /** A problem for a status without a message. */
    static Problem ofStatus(int status) {
        return switch (status) {
            case 404 -> notFound();
            case 405 -> Problem.of(405, "method-not-allowed", "This address does not answer to that method.");
            case 408 ->
                Problem.of(
                        408, "body-too-slow", "The request came too slowly. Send it again over a better connection.");
            case 413 -> Problem.of(413, "body-too-large", "The request is larger than this address takes.");
            case 501, 505 ->
                Problem.of(
                        status,
                        "bad-request",
                        "The request is written in an HTTP that is not spoken here. Use HTTP/1.1.");
            case 503 -> Problem.of(503, "unavailable", "The service cannot answer now. Ask again shortly.");
            default ->
                status >= 500
                        ? internal()
                        : Problem.of(status, "bad-request", "The request cannot be read as it was sent.");
        };
    }

    static Problem internal() {
        return Problem.of(500, "internal", "Something failed here, not in the request. It has been logged.");
    }

    private static String listed(List<MediaType> types) {
        return types.isEmpty()
                ? "nothing else"
                : types.stream().map(MediaType::toString).distinct().collect(Collectors.joining(", "));
    }

    private static String shown(@Nullable MediaType type) {
        return type == null ? "none" : FieldError.shown(type.toString());
    }
}
