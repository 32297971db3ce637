package org.stele.eventstore;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A DatabaseClock reckons the time of the database from the last time that it told. It is not ahead of it, because what the
 * database told was true before it was heard. Safe for many threads.
 */
final class DatabaseClock {

    private record Told(Instant time, long heardAt) {}

    private final Ticker ticker;
    private volatile @Nullable Told told;

    DatabaseClock(Ticker ticker) {
        this.ticker = ticker;
    }

    void set(Instant time) {
        told = new Told(time, ticker.nanoTime());
    }

    /** In whole microseconds; null before the database has told the time. */
    @Nullable
    Instant now() {
        Told last = told;
        return last == null
                ? null
                : last.time().plusNanos(ticker.nanoTime() - last.heardAt()).truncatedTo(ChronoUnit.MICROS);
    }
}
