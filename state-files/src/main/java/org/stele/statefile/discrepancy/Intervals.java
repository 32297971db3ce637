package org.stele.statefile.discrepancy;

import java.util.Arrays;

/** Some intervals of days, to be asked whether any of them overlaps another one. */
final class Intervals {

    private static final int FIRST_ROOM = 16;

    /** The first day of each, and its last day in place of persons. */
    private long[] added = new long[FIRST_ROOM];

    private int count;
    private int[] firstDays = new int[0];
    private int[] greatestLast = new int[0];
    private boolean sorted = true;

    void add(int from, int to) {
        if (count == added.length) {
            added = Arrays.copyOf(added, 2 * count);
        }
        added[count++] = PackedDays.of(from, to);
        sorted = false;
    }

    boolean overlaps(int from, int to) {
        if (!sorted) {
            sort();
        }
        int begun = PackedDays.countUpTo(firstDays, to);
        return begun > 0 && greatestLast[begun - 1] >= from;
    }

    private void sort() {
        long[] packed = Arrays.copyOf(added, count);
        Arrays.sort(packed);
        firstDays = PackedDays.days(packed);
        greatestLast = new int[count];
        for (int i = 0; i < count; i++) {
            int last = PackedDays.persons(packed[i]);
            greatestLast[i] = i == 0 ? last : Math.max(last, greatestLast[i - 1]);
        }
        sorted = true;
    }
}
