package org.stele.statefile.discrepancy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Some intervals of days, to be asked whether any of them overlaps another one. */
final class Intervals {

    private record Interval(LocalDate from, LocalDate to) {}

    private final List<Interval> added = new ArrayList<>();
    private long[] firstDays = new long[0];
    private long[] greatestLast = new long[0];
    private boolean sorted = true;

    void add(LocalDate from, LocalDate to) {
        added.add(new Interval(from, to));
        sorted = false;
    }

    boolean overlaps(LocalDate from, LocalDate to) {
        if (!sorted) {
            sort();
        }
        int count = PersonsWithin.countUpTo(firstDays, to.toEpochDay());
        return count > 0 && greatestLast[count - 1] >= from.toEpochDay();
    }

    private void sort() {
        added.sort(Comparator.comparing(Interval::from));
        firstDays = added.stream().mapToLong(one -> one.from().toEpochDay()).toArray();
        greatestLast = added.stream().mapToLong(one -> one.to().toEpochDay()).toArray();
        for (int i = 1; i < greatestLast.length; i++) {
            greatestLast[i] = Math.max(greatestLast[i], greatestLast[i - 1]);
        }
        sorted = true;
    }
}
