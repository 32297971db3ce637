package org.stele.statefile.discrepancy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * Sums the persons of movements that lie wholly within a period: a tree over the movements by their first day, each of whose
 * nodes has them by their last day with running sums. A State may have tens of thousands of both.
 */
final class PersonsWithin {

    private final long[] firstDays;
    private final Node root;

    private record Node(long[] lastDays, long[] sums, Node[] halves) {

        static Node of(List<Movement> movements) {
            List<Movement> byLast = movements.stream()
                    .sorted(Comparator.comparing(Movement::to))
                    .toList();
            long[] lastDays =
                    byLast.stream().mapToLong(m -> m.to().toEpochDay()).toArray();
            long[] sums = new long[lastDays.length + 1];
            for (int i = 0; i < lastDays.length; i++) {
                sums[i + 1] = sums[i] + byLast.get(i).count();
            }
            int middle = movements.size() / 2;
            Node[] halves = movements.size() < 2
                    ? new Node[0]
                    : new Node[] {of(movements.subList(0, middle)), of(movements.subList(middle, movements.size()))};
            return new Node(lastDays, sums, halves);
        }

        /** Of those from an index on, which end by a day. */
        long sum(int from, long by) {
            if (from <= 0) {
                return sums[countUpTo(lastDays, by)];
            }
            if (from >= lastDays.length) {
                return 0;
            }
            int middle = lastDays.length / 2;
            return halves[0].sum(from, by) + halves[1].sum(from - middle, by);
        }
    }

    PersonsWithin(List<Movement> movements) {
        List<Movement> byFirst =
                movements.stream().sorted(Comparator.comparing(Movement::from)).toList();
        firstDays = byFirst.stream().mapToLong(m -> m.from().toEpochDay()).toArray();
        root = Node.of(byFirst);
    }

    /** Of those that begin on or after one day and end on or before another. */
    long sum(LocalDate from, LocalDate to) {
        return root.sum(countUpTo(firstDays, from.toEpochDay() - 1), to.toEpochDay());
    }

    /** How many of some ascending days are at most this one. */
    static int countUpTo(long[] days, long day) {
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
