package org.stele.query.view;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.stele.web.problem.FieldError;
import org.stele.web.problem.Problem;

/**
 * The query parameters of one request. A parameter that is unknown, repeated or of a wrong form is refused by name, and
 * all of them at once.
 */
public final class Parameters {

    private final Map<String, String[]> values;
    private final List<FieldError> errors = new ArrayList<>();

    private Parameters(Map<String, String[]> values) {
        this.values = values;
    }

    /** The parameters of a request that takes those with these names and no others. */
    public static Parameters of(HttpServletRequest request, String... names) {
        return of(request.getParameterMap(), names);
    }

    /** The same of a form in a page: a browser also sends the fields that were left blank, which are as good as absent. */
    public static Parameters ofForm(HttpServletRequest request, String... names) {
        Map<String, String[]> filled = new HashMap<>(request.getParameterMap());
        filled.values().removeIf(given -> given.length == 1 && given[0].isBlank());
        return of(filled, names);
    }

    private static Parameters of(Map<String, String[]> values, String... names) {
        Parameters parameters = new Parameters(values);
        List<String> known = Arrays.asList(names);
        parameters.values.forEach((name, given) -> {
            if (!known.contains(name)) {
                parameters.refuse(name, "Expected one of the parameters %s.".formatted(String.join(", ", known)));
            } else if (given.length > 1) {
                parameters.refuse(name, "Expected it once, got it %s times.".formatted(given.length));
            }
        });
        return parameters;
    }

    /** What a parameter says; empty where it is absent, or refused with the message of the exception that reading threw. */
    public <T> Optional<T> read(String name, Function<String, T> reading) {
        String[] given = values.get(name);
        if (given == null || given.length != 1) {
            return Optional.empty();
        }
        try {
            return Optional.of(reading.apply(given[0]));
        } catch (IllegalArgumentException e) {
            errors.add(new FieldError(name, String.valueOf(e.getMessage()), given[0]));
            return Optional.empty();
        }
    }

    /** Refuses a parameter for a reason of the caller's. */
    public void refuse(String name, String message) {
        errors.add(FieldError.of(name, message));
    }

    /** Ends the reading: throws a problem that names every wrong parameter. */
    public void requireNoErrors() {
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors).asException();
        }
    }

    /** A whole number within bounds, in digits alone. */
    public static long number(String text, long least, long most) {
        if (text.matches("\\d{1,18}")) {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw new IllegalArgumentException("Expected a whole number from %s to %s.".formatted(least, most));
    }
}
