package org.stele.statefile.discrepancy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** How many workers may have come between two days. */
final class Arrivals {

    private final List<Movement> all;
    private final ByDay byFirst;
    private final ByDay byLast;
    private final PersonsWithin within;

    private record ByDay(long[] days, long[] sums) {

        static ByDay of(List<Movement> arrivals, Function<Movement, LocalDate> day) {
            List<Movement> inOrder =
                    arrivals.stream().sorted(Comparator.comparing(day)).toList();
            long[] sums = new long[inOrder.size() + 1];
            for (int i = 0; i < inOrder.size(); i++) {
                sums[i + 1] = sums[i] + inOrder.get(i).count();
            }
            return new ByDay(
                    inOrder.stream()
                            .mapToLong(one -> day.apply(one).toEpochDay())
                            .toArray(),
                    sums);
        }

        long by(LocalDate day) {
            return sums[PersonsWithin.countUpTo(days, day.toEpochDay())];
        }
    }

    Arrivals(List<Movement> arrivals) {
        all = arrivals;
        byFirst = ByDay.of(arrivals, Movement::from);
        byLast = ByDay.of(arrivals, Movement::to);
        within = new PersonsWithin(arrivals);
    }

    /** arrivals(x, y]: of those that may lie in it, whose last day is after x and whose first is not after y (4.5). */
    long between(LocalDate after, LocalDate by) {
        if (by.isBefore(after)) {
            return all.stream()
                    .filter(one -> one.to().isAfter(after) && !one.from().isAfter(by))
                    .mapToLong(Movement::count)
                    .sum();
        }
        // Who came by x for certain is among those who may have come by y.
        return byFirst.by(by) - byLast.by(after);
    }

    /** Of those wholly within a period, both days included. */
    long within(LocalDate from, LocalDate to) {
        return within.sum(from, to);
    }
}
