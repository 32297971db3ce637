package org.stele.web.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/**
 * Logs a repeated warning or error once a minute, with the number of omitted repetitions: a database that is
 * unreachable for an hour must not fill the disk with equal stack traces.
 */
final class RepeatedLines extends TurboFilter {

    private static final long QUIET_NANOS = Duration.ofMinutes(1).toNanos();
    private static final int MAX_KNOWN = 1_000;

    /** Lines of one kind that differ in their text, such as the failing connections of a pool. */
    private static final int MAX_OF_A_KIND = 20;

    private static final String LEFT_OUT = "The next line was left out {} times since it was shown last";

    private final LongSupplier nanoTime;
    private final Map<String, Seen> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Seen> eldest) {
            return size() > MAX_KNOWN;
        }
    };

    /** The count of one line or kind since it was last logged. */
    private static final class Seen {
        private long sinceNanos;
        private int shown;
        private int leftOut;
    }

    RepeatedLines(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] values,
            @Nullable Throwable failure) {
        boolean concerns = format != null
                && !format.equals(LEFT_OUT)
                && level.isGreaterOrEqual(Level.WARN)
                && level.isGreaterOrEqual(logger.getEffectiveLevel());
        if (!concerns) {
            return FilterReply.NEUTRAL;
        }
        String kind = logger.getName() + level + format;
        Throwable thrown = failure == null ? lastOf(values) : failure;
        String line = kind + (thrown == null ? Arrays.toString(values) : thrown.getClass());
        int leftOut = ask(line, kind);
        if (leftOut > 0) {
            logger.log(
                    null,
                    RepeatedLines.class.getName(),
                    Level.toLocationAwareLoggerInteger(level),
                    LEFT_OUT,
                    new Object[] {leftOut},
                    null);
        }
        return leftOut < 0 ? FilterReply.DENY : FilterReply.NEUTRAL;
    }

    private static @Nullable Throwable lastOf(Object @Nullable [] values) {
        return values != null && values.length > 0 && values[values.length - 1] instanceof Throwable thrown
                ? thrown
                : null;
    }

    /** How often the line was omitted before, if it may be logged now; -1 if not. */
    private synchronized int ask(String line, String kind) {
        long now = nanoTime.getAsLong();
        Seen same = seen(line, now);
        Seen alike = seen(kind, now);
        if (same.shown > 0 || alike.shown >= MAX_OF_A_KIND) {
            same.leftOut++;
            return -1;
        }
        same.shown++;
        alike.shown++;
        int leftOut = same.leftOut;
        same.leftOut = 0;
        return leftOut;
    }

    private Seen seen(String key, long now) {
        Seen seen = known.computeIfAbsent(key, _ -> new Seen());
        if (seen.shown == 0 || now - seen.sinceNanos >= QUIET_NANOS) {
            seen.sinceNanos = now;
            seen.shown = 0;
        }
        return seen;
    }
}
