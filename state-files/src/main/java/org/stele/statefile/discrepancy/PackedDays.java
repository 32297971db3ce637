package org.stele.statefile.discrepancy;

/** A day with a number of persons in one long, so that thousands of them are sorted by day without an object each. */
final class PackedDays {

    private PackedDays() {}

    static long of(int day, int persons) {
        return (long) day << Integer.SIZE | persons & 0xFFFF_FFFFL;
    }

    static int day(long packed) {
        return (int) (packed >> Integer.SIZE);
    }

    static int persons(long packed) {
        return (int) packed;
    }

    /** The days of some, in their order. */
    static int[] days(long[] packed) {
        int[] days = new int[packed.length];
        for (int i = 0; i < days.length; i++) {
            days[i] = day(packed[i]);
        }
        return days;
    }

    /** The persons of the first of them, for each number of them. */
    static long[] sums(long[] packed) {
        long[] sums = new long[packed.length + 1];
        for (int i = 0; i < packed.length; i++) {
            sums[i + 1] = sums[i] + persons(packed[i]);
        }
        return sums;
    }

    /** How many of some ascending days are at most this one. */
    static int countUpTo(int[] days, int day) {
        int from = 0;
        int to = days.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (days[middle] > day) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return from;
    }
}
