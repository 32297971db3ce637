package org.stele.eventstore.guard;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.stele.eventstore.event.LedgerUnavailable;
import org.stele.eventstore.guard.WriteGate.Keeper;

/**
 * A ClockKeeper checks the database's clock before its time is recorded: one event recorded in the far future would
 * force every later event to wait. The first time is trusted, within bounds; from then on the clock must keep step with
 * the uptime of this process. Safe for several threads.
 */
public final class ClockKeeper {

    /** A ledger that is further ahead of the clock takes no events until the clock has caught up. */
    public static final Duration MAX_AHEAD = Duration.ofSeconds(60);

    /** The allowed drift of the clock against this process; a thousandth of the time passed is added. */
    public static final Duration MAX_LEAP = Duration.ofSeconds(60);

    private static final int DRIFT_PART = 1_000;

    private record First(Instant time, long nanos) {}

    private final WriteGate gate;
    private final Time time;
    private final InstantSource wall;
    private final Duration longestIdle;
    private @Nullable First first;

    /**
     * A keeper that has seen no time yet.
     *
     * @param wall this process's own clock, used only where the two are years apart
     * @param longestIdle the longest time that may have passed since the last event when the clock is read first
     */
    public ClockKeeper(WriteGate gate, Time time, InstantSource wall, Duration longestIdle) {
        this.gate = gate;
        this.time = time;
        this.wall = wall;
        this.longestIdle = longestIdle;
    }

    /**
     * Opens or closes the gate by the database's current time.
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
            first = new First(now, time.uptimeNanos());
        }
        gate.open(Keeper.CLOCK);
    }

    /** Whether a time that the database reported with a commit keeps step; the gate is not changed. */
    public synchronized boolean believes(Instant now) {
        First then = first;
        return then != null && wrongSince(then, now).isEmpty();
    }

    private String wrong(Instant now, Instant last) {
        if (last.isAfter(now.plus(MAX_AHEAD))) {
            return "The last event was recorded at " + last + " and the database's clock says " + minute(now)
                    + ". Set the clock right, or wait";
        }
        First then = first;
        return then == null ? wrongAtFirst(now, last) : wrongSince(then, now);
    }

    private String wrongAtFirst(Instant now, Instant last) {
        String says =
                "The database's clock says " + minute(now) + ", more than " + longestIdle.toDays() + " days after ";
        String advice = ". Set the clock right; if it is right, set STELE_LONGEST_IDLE_DAYS to more and start again";
        if (last.isAfter(Instant.EPOCH) && now.isAfter(last.plus(longestIdle))) {
            return says + "the last event was recorded, at " + last + advice;
        }
        return now.isAfter(wall.instant().plus(longestIdle))
                ? says + "the clock of this machine, which says " + minute(wall.instant()) + advice
                : "";
    }

    private String wrongSince(First then, Instant now) {
        Duration passed = Duration.ofNanos(time.uptimeNanos() - then.nanos());
        Instant expected = then.time().plus(passed);
        Duration allowed = MAX_LEAP.plus(passed.dividedBy(DRIFT_PART));
        return now.isAfter(expected.plus(allowed))
                ? "The database's clock has leapt: it says " + minute(now) + ", and it must be about "
                        + minute(expected)
                        + ". Set the clock right, and recording goes on; if it is right, start this node again"
                : "";
    }

    /** A reason is told again when it changes, which it shall not with every second. */
    private static Instant minute(Instant time) {
        return time.truncatedTo(ChronoUnit.MINUTES);
    }
}
