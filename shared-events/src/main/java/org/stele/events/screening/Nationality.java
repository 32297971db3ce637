package org.stele.events.screening;

import org.jspecify.annotations.Nullable;

/**
 * The nationality of a person, three things kept apart: what the person says, what the papers say, what the State holds to be
 * true. Each is an alpha-3 code, {@code XXX} for none, or null where nothing is known.
 */
public record Nationality(
        @Nullable String claimed,
        @Nullable String documented,
        @Nullable String assessed) {}
