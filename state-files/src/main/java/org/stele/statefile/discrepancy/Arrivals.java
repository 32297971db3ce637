package org.stele.statefile.discrepancy;

import java.util.List;

/** How many workers may have come between two days. */
final class Arrivals {

    private final List<Movement> all;
    private final PersonsByDay byFirst;
    private final PersonsByDay byLast;
    private final PersonsWithin within;

    Arrivals(List<Movement> arrivals) {
        all = arrivals;
        byFirst = PersonsByDay.of(arrivals, Movement::from);
        byLast = PersonsByDay.of(arrivals, Movement::to);
        within = new PersonsWithin(arrivals);
    }

    /** arrivals(x, y]: of those that may lie in it, whose last day is after x and whose first is not after y (4.5). */
    long between(int after, int by) {
        if (by < after) {
            return all.stream()
                    .filter(one -> one.to() > after && one.from() <= by)
                    .mapToLong(Movement::count)
                    .sum();
        }
        // Who came by x for certain is among those who may have come by y.
        return byFirst.upTo(by) - byLast.upTo(after);
    }

    /** Of those wholly within a period, both days included. */
    long within(int from, int to) {
        return within.sum(from, to);
    }
}
