package org.stele.web.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * One refusal or failure in the form of RFC 9457.
 *
 * @param type a name for the kind of problem, derived from the code; it is no address
 * @param detail what was expected, what came and what to do next, for people; it may change
 * @param instance the requested path, where it is known
 * @param code for programs: public and permanent
 * @param errors every wrong field, where fields are wrong
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String instance,
        String code,
        List<FieldError> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        errors = List.copyOf(errors);
    }

    /** A problem whose title is the phrase of its status. */
    public static Problem of(int status, String code, String detail) {
        HttpStatus known = HttpStatus.resolve(status);
        String title = known == null ? "Status " + status : known.getReasonPhrase();
        return new Problem("urn:stele:problem:" + code, title, status, detail, null, code, List.of());
    }

    /** A request (400) with wrong fields, all of them named. */
    public static Problem invalid(List<FieldError> errors) {
        String detail = errors.size() == 1
                ? "One field is wrong: %s. Correct it and send the request again."
                        .formatted(errors.getFirst().field())
                : "%s fields are wrong. Correct them and send the request again.".formatted(errors.size());
        return of(400, "invalid-request", detail).withErrors(errors);
    }

    public Problem withErrors(List<FieldError> named) {
        return new Problem(type, title, status, detail, instance, code, named);
    }

    Problem at(String path) {
        return new Problem(type, title, status, detail, FieldError.shown(path), code, errors);
    }

    public ProblemException asException() {
        return new ProblemException(this);
    }
}
