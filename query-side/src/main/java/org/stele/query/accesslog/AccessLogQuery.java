package org.stele.query.accesslog;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.stele.identity.accesslog.AccessRows;
import org.stele.query.view.Parameters;

/**
 * Which rows a request asks for.
 *
 * @param after the number of the last row that is known; 0 for none
 * @param from null for the beginning
 * @param to exclusive; null for the end
 */
record AccessLogQuery(
        long after, @Nullable Instant from, @Nullable Instant to, int limit) {

    static final String FROM = "from";
    static final String TO = "to";
    static final String AFTER = "after";
    static final String LIMIT = "limit";
    static final String CHECK = "check";

    private static final int USUAL = 200;
    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

    static AccessLogQuery read(Parameters parameters) {
        AccessLogQuery query = new AccessLogQuery(
                parameters
                        .read(AFTER, text -> Parameters.number(text, 0, Long.MAX_VALUE))
                        .orElse(0L),
                parameters.read(FROM, text -> moment(text, 0)).orElse(null),
                parameters.read(TO, text -> moment(text, 1)).orElse(null),
                parameters
                        .read(LIMIT, text -> (int) Parameters.number(text, 1, AccessRows.MOST))
                        .orElse(USUAL));
        parameters.requireNoErrors();
        return query;
    }

    /** Whether it says where to begin. */
    boolean isPlaced() {
        return after > 0 || from != null || to != null;
    }

    Instant begin() {
        return from == null ? Instant.EPOCH : from;
    }

    Instant end() {
        return to == null ? END : to;
    }

    /** A moment, or a whole day in UTC. */
    private static Instant moment(String text, int daysOn) {
        try {
            return text.length() == "2026-11-30".length()
                    ? LocalDate.parse(text)
                            .plusDays(daysOn)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                    : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "Expected a day such as 2026-11-30, or a moment such as 2026-11-30T15:00:00Z.", e);
        }
    }
}
