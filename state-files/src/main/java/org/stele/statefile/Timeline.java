package org.stele.statefile;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a record says on each day of knowledge: from each of some days on one reading or nothing, until the next of them. It follows
 * from the record alone, so that a view of any day looks it up. Days are numbers of days since 1970-01-01. Immutable.
 */
final class Timeline {

    private final int[] fromDays;
    private final @Nullable Object[] readings;
    private final int[] effectiveDays;

    private Timeline(int[] fromDays, @Nullable Object[] readings, int[] effectiveDays) {
        this.fromDays = fromDays;
        this.readings = readings;
        this.effectiveDays = effectiveDays;
    }

    /**
     * Of a record that something changed.
     *
     * @param turns the days on which it may begin to say something else, in any order
     * @param knownAt what it says on a day
     * @param effectiveDay the day from which a reading is effective
     */
    static <R> Timeline of(IntStream turns, Function<LocalDate, Optional<R>> knownAt, ToIntFunction<R> effectiveDay) {
        int[] days = turns.sorted().distinct().toArray();
        @Nullable Object[] readings = new Object[days.length];
        int[] effective = new int[days.length];
        for (int i = 0; i < days.length; i++) {
            R reading = knownAt.apply(LocalDate.ofEpochDay(days[i])).orElse(null);
            readings[i] = reading;
            effective[i] = reading == null ? 0 : effectiveDay.applyAsInt(reading);
        }
        return new Timeline(days, readings, effective);
    }

    static Timeline of(Unchanged record) {
        return new Timeline(
                new int[] {record.knownFrom()}, new Object[] {record.reading()}, new int[] {record.effectiveDay()});
    }

    /** Of versions that may be corrected, and withdrawn as a whole. */
    static <V extends FiledVersion> Timeline of(
            List<V> versions, List<DatedFact> withdrawals, Function<LocalDate, Optional<V>> knownAt) {
        return of(
                IntStream.concat(
                        versions.stream().mapToInt(version -> version.received().lastEpochDay()), turns(withdrawals)),
                knownAt,
                version -> (int) version.effectiveDay().toEpochDay());
    }

    static IntStream turns(List<DatedFact> facts) {
        return facts.stream().mapToInt(fact -> fact.on().lastEpochDay());
    }

    /** The last day on which the record begins to say something else. */
    int lastTurn() {
        return fromDays[fromDays.length - 1];
    }

    /** What it says from then on; null where nothing. */
    @Nullable
    Object lastReading() {
        return readings[fromDays.length - 1];
    }

    int lastEffectiveDay() {
        return effectiveDays[fromDays.length - 1];
    }

    /** What it says on a day of knowledge if that is effective on a day; null where nothing is. */
    @Nullable
    Object inView(int effectiveOn, int knownOn) {
        int place = place(knownOn);
        return place < 0 || effectiveDays[place] > effectiveOn ? null : readings[place];
    }

    /** Whether it turns on no later day. */
    boolean isSettledBy(int day) {
        return lastTurn() <= day;
    }

    /** Most records turn twice or three times. */
    private int place(int day) {
        int place = fromDays.length - 1;
        while (place >= 0 && fromDays[place] > day) {
            place--;
        }
        return place;
    }

    @Override
    public String toString() {
        return "Timeline[%s, %s]".formatted(Arrays.toString(fromDays), Arrays.toString(readings));
    }
}
