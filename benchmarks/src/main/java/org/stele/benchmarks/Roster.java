package org.stele.benchmarks;

import java.time.LocalDate;
import org.stele.events.MemberState;

/**
 * A Roster is how many workers there really are in one State on each day: as many leave every day until the last has left. Most of
 * what is filed agrees with it, so that a ledger has thousands of discrepancies and not millions.
 *
 * @param lastDay the number of the day on which nobody remains
 */
record Roster(int atFirst, int lastDay) {

    static final LocalDate FIRST_DAY = LocalDate.of(2017, 12, 22);

    /** The days on which something is filed or happens. */
    static final int DAYS = 1_200;

    private static final int WORKERS = 40_000;

    /** In every fourth State nobody remains before the last day. */
    static Roster of(MemberState state) {
        return new Roster(WORKERS, state.ordinal() % 4 == 0 ? 3 * DAYS / 4 : 2 * DAYS);
    }

    int on(int day) {
        return (int) ((long) atFirst * Math.max(0, lastDay - day) / lastDay);
    }

    static LocalDate date(int day) {
        return FIRST_DAY.plusDays(day);
    }
}
