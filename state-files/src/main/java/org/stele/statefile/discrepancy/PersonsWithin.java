package org.stele.statefile.discrepancy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sums the persons of movements that lie wholly within a period. Those of one known day, which most are, need running sums alone;
 * the others are in a tree by their first day, each of whose nodes has them by their last day with running sums. A State may have
 * tens of thousands of movements and of periods.
 */
final class PersonsWithin {

    private final List<Movement> movements;
    private @Nullable Sums sums;

    private record Sums(
            PersonsByDay exact,
            DayCounts firstDays,
            @Nullable Node others) {

        static Sums of(List<Movement> movements) {
            List<Movement> exact = new ArrayList<>(movements.size());
            List<Movement> others = new ArrayList<>();
            movements.forEach(one -> (one.from() == one.to() ? exact : others).add(one));
            others.sort(Comparator.comparingInt(Movement::from));
            return new Sums(
                    PersonsByDay.of(exact, Movement::from),
                    new DayCounts(others.stream().mapToInt(Movement::from).toArray()),
                    others.isEmpty() ? null : Node.of(others));
        }

        long within(int from, int to) {
            if (from > to) {
                return 0;
            }
            long sum = exact.upTo(to) - exact.upTo(from - 1);
            return others == null ? sum : sum + others.sum(firstDays.upTo(from - 1), to);
        }
    }

    /** @param halves none of few movements, which are gone through */
    private record Node(List<Movement> movements, int[] lastDays, long[] sums, Node[] halves) {

        private static final Node[] NONE = new Node[0];
        private static final int FEW = 32;

        static Node of(List<Movement> movements) {
            long[] byLast = new long[movements.size()];
            for (int i = 0; i < byLast.length; i++) {
                byLast[i] =
                        PackedDays.of(movements.get(i).to(), movements.get(i).count());
            }
            Arrays.sort(byLast);
            int middle = byLast.length / 2;
            Node[] halves = byLast.length <= FEW
                    ? NONE
                    : new Node[] {of(movements.subList(0, middle)), of(movements.subList(middle, byLast.length))};
            return new Node(movements, PackedDays.days(byLast), PackedDays.sums(byLast), halves);
        }

        /** Of those from an index on, which end by a day. */
        long sum(int from, int by) {
            if (from <= 0) {
                return sums[PackedDays.countUpTo(lastDays, by)];
            }
            if (from >= lastDays.length) {
                return 0;
            }
            if (halves.length == 0) {
                return sumOfFew(from, by);
            }
            int middle = lastDays.length / 2;
            return halves[0].sum(from, by) + halves[1].sum(from - middle, by);
        }

        private long sumOfFew(int from, int by) {
            long sum = 0;
            for (int i = from; i < movements.size(); i++) {
                sum += movements.get(i).to() <= by ? movements.get(i).count() : 0;
            }
            return sum;
        }
    }

    PersonsWithin(List<Movement> movements) {
        this.movements = movements;
    }

    /** Of those that begin on or after one day and end on or before another. */
    long sum(int from, int to) {
        if (movements.isEmpty()) {
            return 0;
        }
        Sums known = sums;
        if (known == null) {
            known = Sums.of(movements);
            sums = known;
        }
        return known.within(from, to);
    }
}
