package org.stele.eventstore.append;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.stele.eventstore.guard.Time;

/**
 * A DatabaseClock estimates the database's time from the times that the database reported. A late answer must not set
 * the clock back: the estimate stays as long as the answer does not contradict it. Safe for many threads.
 */
final class DatabaseClock {

    private record ClockSample(Instant time, long heardAt) {

        Instant at(long nanoTime) {
            return time.plusNanos(nanoTime - heardAt);
        }
    }

    private final Time time;
    private volatile @Nullable ClockSample told;

    DatabaseClock(Time time) {
        this.time = time;
    }

    /** The database reported this time at some moment between {@code askedAt} and now. */
    void set(Instant reported, long askedAt) {
        long heardAt = time.nanoTime();
        ClockSample last = told;
        Instant latest = reported.plusNanos(heardAt - askedAt);
        Instant estimate = last == null ? reported : last.at(heardAt);
        if (estimate.isBefore(reported)) {
            estimate = reported;
        } else if (estimate.isAfter(latest)) {
            estimate = latest;
        }
        told = new ClockSample(estimate, heardAt);
    }

    /** In whole microseconds; null before the database has reported a time. */
    @Nullable
    Instant now() {
        ClockSample last = told;
        return last == null ? null : last.at(time.nanoTime()).truncatedTo(ChronoUnit.MICROS);
    }
}
