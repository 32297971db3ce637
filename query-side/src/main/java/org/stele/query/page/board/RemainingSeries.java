package org.stele.query.page.board;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.stele.events.MemberState;

/**
 * How many persons States had reported as remaining, day by day as it became known: the sum over all States of the last
 * figure that each had reported.
 *
 * @param from the first day that is shown
 * @param to the last day that is shown
 */
public record RemainingSeries(LocalDate from, LocalDate to, List<Point> points) {

    /**
     * One State's last reported figure from a day on.
     *
     * @param persons null when no figure of the State is valid any longer
     * @param isDerived whether it is of a filing in which others worked out some figure
     */
    public record Change(
            LocalDate knownFrom,
            MemberState state,
            @Nullable Long persons,
            boolean isDerived) {}

    /**
     * The sum from a day on, and what changed it.
     *
     * @param statesCount the number of States that had stated a figure
     * @param derivedCount the number of those States whose filing holds a figure that others worked out
     */
    public record Point(LocalDate day, List<Change> changes, long sum, int statesCount, int derivedCount) {

        public Point {
            changes = List.copyOf(changes);
        }
    }

    public RemainingSeries {
        if (from.isAfter(to)) {
            throw new IllegalArgumentException("The series runs backwards: from %s to %s.".formatted(from, to));
        }
        points = List.copyOf(points);
    }

    /** The series of these changes, given in any order. Changes before the first day set its start value. */
    public static RemainingSeries of(LocalDate from, LocalDate to, Collection<Change> changes) {
        Map<LocalDate, List<Change>> byDay = new TreeMap<>();
        changes.stream()
                .filter(change -> !change.knownFrom().isAfter(to))
                .forEach(change -> byDay.computeIfAbsent(later(change.knownFrom(), from), _ -> new ArrayList<>())
                        .add(change));
        Map<MemberState, Change> last = new EnumMap<>(MemberState.class);
        List<Point> points = new ArrayList<>();
        byDay.forEach((day, ofDay) -> {
            ofDay.forEach(change -> keep(last, change));
            long sum =
                    last.values().stream().mapToLong(RemainingSeries::persons).sum();
            int derived = (int) last.values().stream().filter(Change::isDerived).count();
            points.add(new Point(day, ofDay, sum, last.size(), derived));
        });
        return new RemainingSeries(from, to, points);
    }

    public boolean isEmpty() {
        return points.isEmpty();
    }

    private static long persons(Change change) {
        return change.persons() == null ? 0 : change.persons();
    }

    private static void keep(Map<MemberState, Change> last, Change change) {
        if (change.persons() == null) {
            last.remove(change.state());
        } else {
            last.put(change.state(), change);
        }
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
