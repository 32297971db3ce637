package org.stele.web.limit;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The value of each {@link Limit} of this process. Safe for all threads. */
public final class Limits {

    private final Map<Limit, Long> values = new EnumMap<>(Limit.class);

    private Limits(Function<Limit, @Nullable String> stated) {
        for (Limit limit : Limit.values()) {
            String text = stated.apply(limit);
            values.put(limit, text == null ? limit.byDefault() : read(limit, text));
        }
    }

    /**
     * What the operator stated, by the names of the properties.
     *
     * @throws IllegalArgumentException with the setting, what was expected and what came
     */
    public static Limits of(Function<String, @Nullable String> properties) {
        return new Limits(limit -> properties.apply(limit.property()));
    }

    public static Limits byDefault() {
        return new Limits(_ -> null);
    }

    private static long read(Limit limit, String text) {
        try {
            return limit.read(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "%s: expected %s, got '%s'. Correct it, or unset it to take the default."
                            .formatted(limit.variable(), e.getMessage(), text),
                    e);
        }
    }

    public long of(Limit limit) {
        return values.getOrDefault(limit, limit.byDefault());
    }

    /** The same, of a limit that is a number of things. */
    public int count(Limit limit) {
        return Math.toIntExact(of(limit));
    }
}
