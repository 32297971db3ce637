package org.stele.query.view;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.stele.web.problem.FieldError;
import org.stele.web.problem.Problem;

/**
 * The query parameters of one request. Unknown, repeated and malformed parameters are refused by name, all in one
 * answer.
 */
public final class Parameters {

    /** Parameters that mail programs, search engines and social networks add to addresses. */
    private static final Set<String> MARKS_OF_LINKS = Set.of(
            "fbclid",
            "gclid",
            "gclsrc",
            "dclid",
            "gbraid",
            "wbraid",
            "msclkid",
            "twclid",
            "ttclid",
            "li_fat_id",
            "igshid",
            "yclid",
            "mc_cid",
            "mc_eid",
            "_ga",
            "_gl",
            "srsltid");

    private final Map<String, String[]> values;
    private final List<FieldError> errors = new ArrayList<>();

    private Parameters(Map<String, String[]> values) {
        this.values = values;
    }

    /** The parameters of a request that takes those with these names and no others. */
    public static Parameters of(HttpServletRequest request, String... names) {
        return of(request.getParameterMap(), names);
    }

    /** The same for a page: empty fields of a form count as absent, and tracking parameters are ignored. */
    public static Parameters ofPage(HttpServletRequest request, String... names) {
        Map<String, String[]> filled = new HashMap<>(request.getParameterMap());
        filled.values().removeIf(given -> given.length == 1 && given[0].isBlank());
        filled.keySet().removeIf(Parameters::isMarkOfALink);
        return of(filled, names);
    }

    private static boolean isMarkOfALink(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return small.startsWith("utm_") || MARKS_OF_LINKS.contains(small);
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

    /** Whether the request has the parameter, valid or not. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** What the request states, by name, in the order of the names. */
    public SortedMap<String, String> stated() {
        SortedMap<String, String> stated = new TreeMap<>();
        values.forEach((name, given) -> stated.put(name, given[0]));
        return stated;
    }

    /** The parsed value; empty where it is absent, or refused with the message of the exception that parsing threw. */
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

    /** Refuses a parameter for the caller's reason. */
    public void refuse(String name, String message) {
        errors.add(FieldError.of(name, message));
    }

    /** Ends the parsing: throws a problem that names every wrong parameter. */
    public void requireNoErrors() {
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors).asException();
        }
    }

    /** The constant of this name. */
    public static <E extends Enum<E>> E oneOf(Class<E> type, String text) {
        return Stream.of(type.getEnumConstants())
                .filter(each -> each.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Expected one of " + Arrays.toString(type.getEnumConstants()) + "."));
    }

    /** A whole number within bounds, in digits only. */
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
