package org.stele.statefile.discrepancy;

import org.jspecify.annotations.Nullable;

/**
 * How many of some days are at most a day: looked up where the days are close together, as those of many filings are, and searched
 * for otherwise. Days are numbers of days since 1970-01-01.
 */
final class DayCounts {

    /** A table may have so many places for each of the days. */
    private static final int PLACES_A_DAY = 4;

    private final int[] days;
    private final int first;
    private final int last;
    /** By day, from the first on; null where the days are searched. */
    private final int @Nullable [] counts;

    /** @param days ascending */
    DayCounts(int[] days) {
        this.days = days;
        first = days.length == 0 ? 0 : days[0];
        last = days.length == 0 ? -1 : days[days.length - 1];
        counts = (long) last - first < (long) PLACES_A_DAY * days.length ? table() : null;
    }

    private int[] table() {
        int[] table = new int[last - first + 1];
        int count = 0;
        for (int i = 0; i < table.length; i++) {
            while (count < days.length && days[count] <= first + i) {
                count++;
            }
            table[i] = count;
        }
        return table;
    }

    int upTo(int day) {
        if (day < first) {
            return 0;
        }
        if (day >= last) {
            return days.length;
        }
        return counts == null ? PackedDays.countUpTo(days, day) : counts[day - first];
    }
}
