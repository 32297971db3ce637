package org.stele.query.page;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Round values for axes. */
public final class AxisScale {

    private static final List<Integer> MONTH_STEPS = List.of(1, 2, 3, 6, 12, 24, 60, 120);

    private AxisScale() {}

    /** From 0 to the first round value not below the greatest, in at most {@code steps} equal whole steps. */
    public static List<Long> roundValues(long greatest, int steps) {
        long step = roundStep(Math.ceilDiv(Math.max(greatest, 1), steps));
        return LongStream.rangeClosed(0, Math.ceilDiv(Math.max(greatest, 1), step))
                .mapToObj(i -> i * step)
                .toList();
    }

    private static long roundStep(long atLeast) {
        for (long power = 1; ; power *= 10) {
            for (long round : new long[] {1, 2, 5}) {
                if (round * power >= atLeast) {
                    return round * power;
                }
            }
        }
    }

    /** First days of months between two days, evenly spaced, as many as fit. */
    public static List<LocalDate> roundMonths(LocalDate from, LocalDate to, int room) {
        long months = ChronoUnit.MONTHS.between(YearMonth.from(from), YearMonth.from(to)) + 1;
        int step = MONTH_STEPS.stream()
                .filter(candidate -> Math.ceilDiv(months, candidate) <= room)
                .findFirst()
                .orElse(MONTH_STEPS.getLast());
        return Stream.iterate(firstRound(from, step), day -> !day.isAfter(to), day -> day.plusMonths(step))
                .toList();
    }

    private static LocalDate firstRound(LocalDate from, int step) {
        LocalDate day = from.withDayOfMonth(1);
        while (day.isBefore(from) || (day.getYear() * 12 + day.getMonthValue() - 1) % step != 0) {
            day = day.plusMonths(1);
        }
        return day;
    }
}
