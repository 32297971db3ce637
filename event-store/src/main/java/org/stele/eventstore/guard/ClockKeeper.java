package org.stele.eventstore.guard;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.stele.eventstore.event.LedgerUnavailable;
import org.stele.eventstore.guard.WriteGate.Keeper;

/**
 * A ClockKeeper judges the database's clock before its time is recorded: the time of an event that was recorded in the far
 * future would keep every later one waiting for it. What the clock said first is trusted, within bounds; from then on it must
 * keep step with the time that this process has run. Safe for several threads.
 */
public final class ClockKeeper {

    /** A ledger that is further ahead of the clock than this takes no events until the clock has caught up. */
    public static final Duration MAX_AHEAD = Duration.ofSeconds(60);

    /** Of the clock against this process; a thousandth of the time that has passed is added for clocks that drift. */
    public static final Duration MAX_LEAP = Duration.ofSeconds(60);

    private static final int DRIFT_PART = 1_000;

    private record First(Instant time, long nanos) {}

    private final WriteGate gate;
    private final Time ticker;
    private final InstantSource wall;
    private final Duration longestIdle;
    private @Nullable First first;

    /**
     * A keeper that has seen nothing yet.
     *
     * @param wall this process's own time of day, which counts only where the two are years apart
     * @param longestIdle the longest time that may have passed since the last event when the clock is read first
     */
    public ClockKeeper(WriteGate gate, Time ticker, InstantSource wall, Duration longestIdle) {
        this.gate = gate;
        this.ticker = ticker;
        this.wall = wall;
        this.longestIdle = longestIdle;
    }

    /**
     * Keeps the gate open or closed by what the database's clock says now.
     *
     * @param last when the last event was recorded; the epoch without one
     * @throws LedgerUnavailable where nothing may be recorded at that time
     */
    public synchronized void require(Instant now, Instant last) {
        String wrong = wrong(now, last);
        if (!wrong.isEmpty()) {
            gate.close(Keeper.CLOCK, wrong);
            throw new LedgerUnavailable(wrong);
        }
        if (first == null) {
            first = new First(now, ticker.uptimeNanos());
        }
        gate.open(Keeper.CLOCK);
    }

    /** Whether a time that the database told with a commit keeps step; the gate stays as it is. */
    public synchronized boolean believes(Instant now) {
        First then = first;
        return then != null && wrongSince(then, now).isEmpty();
    }

    private String wrong(Instant now, Instant last) {
        if (last.isAfter(now.plus(MAX_AHEAD))) {
            return "The last event was recorded at " + last + " and the database's clock says " + seconds(now)
                    + ". Set the clock right, or wait";
        }
        First then = first;
        return then == null ? wrongAtFirst(now, last) : wrongSince(then, now);
    }

    private String wrongAtFirst(Instant now, Instant last) {
        String says =
                "The database's clock says " + seconds(now) + ", more than " + longestIdle.toDays() + " days after ";
        String advice = ". Set the clock right; if it is right, set STELE_LONGEST_IDLE_DAYS to more and start again";
        if (last.isAfter(Instant.EPOCH) && now.isAfter(last.plus(longestIdle))) {
            return says + "the last event was recorded, at " + last + advice;
        }
        return now.isAfter(wall.instant().plus(longestIdle))
                ? says + "the clock of this machine, which says " + seconds(wall.instant()) + advice
                : "";
    }

    private String wrongSince(First then, Instant now) {
        Duration passed = Duration.ofNanos(ticker.uptimeNanos() - then.nanos());
        Instant expected = then.time().plus(passed);
        Duration allowed = MAX_LEAP.plus(passed.dividedBy(DRIFT_PART));
        return now.isAfter(expected.plus(allowed))
                ? "The database's clock has leapt: it says " + seconds(now) + ", and it must be about "
                        + seconds(expected)
                        + ". Set the clock right, and recording goes on; if it is right, start this node again"
                : "";
    }

    private static Instant seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }
}
