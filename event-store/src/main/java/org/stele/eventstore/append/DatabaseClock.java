package org.stele.eventstore.append;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.stele.eventstore.guard.Time;

/**
 * A DatabaseClock reckons the time of the database from the times that it told. An answer that was slow to come must not
 * set the clock back: what was reckoned stays as long as the answer does not contradict it. Safe for many threads.
 */
final class DatabaseClock {

    private record ClockSample(Instant time, long heardAt) {

        Instant at(long nanoTime) {
            return time.plusNanos(nanoTime - heardAt);
        }
    }

    private final Time ticker;
    private volatile @Nullable ClockSample told;

    DatabaseClock(Time ticker) {
        this.ticker = ticker;
    }

    /** The database told the time at some moment between {@code askedAt} and now. */
    void set(Instant time, long askedAt) {
        long heardAt = ticker.nanoTime();
        ClockSample last = told;
        Instant latest = time.plusNanos(heardAt - askedAt);
        Instant reckoned = last == null ? time : last.at(heardAt);
        if (reckoned.isBefore(time)) {
            reckoned = time;
        } else if (reckoned.isAfter(latest)) {
            reckoned = latest;
        }
        told = new ClockSample(reckoned, heardAt);
    }

    /** In whole microseconds; null before the database has told the time. */
    @Nullable
    Instant now() {
        ClockSample last = told;
        return last == null ? null : last.at(ticker.nanoTime()).truncatedTo(ChronoUnit.MICROS);
    }
}
