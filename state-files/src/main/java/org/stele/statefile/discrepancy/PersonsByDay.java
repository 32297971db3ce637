package org.stele.statefile.discrepancy;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;

/** Sums the persons of movements up to a day: their days in order, with running sums. */
final class PersonsByDay {

    private final DayCounts days;
    private final long[] sums;

    private PersonsByDay(long[] packed) {
        Arrays.sort(packed);
        days = new DayCounts(PackedDays.days(packed));
        sums = PackedDays.sums(packed);
    }

    static PersonsByDay of(List<Movement> movements, ToIntFunction<Movement> day) {
        long[] packed = new long[movements.size()];
        for (int i = 0; i < packed.length; i++) {
            Movement movement = movements.get(i);
            packed[i] = PackedDays.of(day.applyAsInt(movement), movement.count());
        }
        return new PersonsByDay(packed);
    }

    long upTo(int day) {
        return sums[days.upTo(day)];
    }
}
