package org.stele.statefile.discrepancy;

import java.util.Arrays;

/** Some intervals of days, to be asked whether any of them overlaps another one. */
final class Intervals {

    /** The first day of each, and its last day in place of persons. */
    private final long[] added;

    private int count;
    private DayCounts firstDays = new DayCounts(new int[0]);
    private int[] greatestLast = new int[0];
    private boolean sorted = true;

    /** @param most how many may be added */
    Intervals(int most) {
        added = new long[most];
    }

    void add(int from, int to) {
        added[count++] = PackedDays.of(from, to);
        sorted = false;
    }

    boolean overlaps(int from, int to) {
        if (!sorted) {
            sort();
        }
        int begun = firstDays.upTo(to);
        return begun > 0 && greatestLast[begun - 1] >= from;
    }

    private void sort() {
        long[] packed = Arrays.copyOf(added, count);
        Arrays.sort(packed);
        firstDays = new DayCounts(PackedDays.days(packed));
        greatestLast = new int[count];
        for (int i = 0; i < count; i++) {
            int last = PackedDays.persons(packed[i]);
            greatestLast[i] = i == 0 ? last : Math.max(last, greatestLast[i - 1]);
        }
        sorted = true;
    }
}
