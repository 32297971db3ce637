package org.stele.statefile;

import java.time.LocalDate;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The records of one kind in a file, in the order in which they were recorded. It knows where each was last changed, so
 * that the part of a smaller ledger is found without reading every record, and what each says on which days, so that a view
 * of any day reads none of them. Unmodifiable, and safe for all threads.
 */
public final class FiledRecords<T extends FiledRecord> extends AbstractList<T> implements RandomAccess {

    private static final long NOT_KNOWN = -1;

    private final FiledRecord[] things;
    /** Computed on first use; two threads that both compute it find the same. */
    private volatile long @Nullable [] lastPositions;
    /** Likewise. */
    private volatile @Nullable Readings readings;
    /** The last of those positions, or {@link #NOT_KNOWN}. */
    private volatile long lastPosition;

    /**
     * What the records say, by their places.
     *
     * @param said from the last day on which a record begins to say something else; of one that was put in the place of another, its
     *     whole {@link Timeline}; null for nothing
     * @param fromDays that day
     * @param effectiveDays the day from which it is effective
     * @param before the timeline of a record that says something else before; null of most
     */
    private record Readings(
            @Nullable Object[] said,
            int[] fromDays,
            int[] effectiveDays,
            @Nullable Timeline[] before) {

        static Readings of(FiledRecord[] things) {
            Readings readings = room(things.length);
            for (int i = 0; i < things.length; i++) {
                Unchanged unchanged = things[i].unchanged();
                if (unchanged != null) {
                    readings.set(i, unchanged.reading(), unchanged.knownFrom(), unchanged.effectiveDay());
                } else {
                    readings.set(i, things[i].timeline());
                }
            }
            return readings;
        }

        static Readings room(int count) {
            return new Readings(new Object[count], new int[count], new int[count], new Timeline[count]);
        }

        private void set(int index, @Nullable Object reading, int fromDay, int effectiveDay) {
            said[index] = reading;
            fromDays[index] = fromDay;
            effectiveDays[index] = effectiveDay;
        }

        private void set(int index, @Nullable Timeline timeline) {
            if (timeline != null) {
                set(index, timeline.lastReading(), timeline.lastTurn(), timeline.lastEffectiveDay());
                before[index] = timeline;
            }
        }

        void copy(int index, Readings other, int from) {
            set(index, other.said[from], other.fromDays[from], other.effectiveDays[from]);
            before[index] = other.before[from];
        }

        /** The first of them, some of which may be replaced: all but what they say is shared with these. */
        Readings first(int count) {
            return new Readings(Arrays.copyOf(said, count), fromDays, effectiveDays, before);
        }

        void replace(int index, FiledRecord thing) {
            Unchanged unchanged = thing.unchanged();
            said[index] = unchanged == null ? thing.timeline() : Timeline.of(unchanged);
        }

        @Nullable
        Object at(int index, int knownOn) {
            return inView(index, Integer.MAX_VALUE, knownOn);
        }

        @Nullable
        Object inView(int index, int effectiveOn, int knownOn) {
            Object one = said[index];
            if (one instanceof Timeline timeline) {
                return timeline.inView(effectiveOn, knownOn);
            }
            if (fromDays[index] <= knownOn) {
                return effectiveDays[index] <= effectiveOn ? one : null;
            }
            Timeline earlier = before[index];
            return earlier == null ? null : earlier.inView(effectiveOn, knownOn);
        }

        boolean isSettledBy(int index, int knownOn) {
            return said[index] instanceof Timeline timeline
                    ? timeline.isSettledBy(knownOn)
                    : fromDays[index] <= knownOn;
        }

        boolean isUnchanged(int index) {
            return before[index] == null && !(said[index] instanceof Timeline);
        }
    }

    private FiledRecords(
            FiledRecord[] things, long @Nullable [] lastPositions, long lastPosition, @Nullable Readings readings) {
        this.things = things;
        this.lastPositions = lastPositions;
        this.lastPosition = lastPosition;
        this.readings = readings;
    }

    public static <T extends FiledRecord> FiledRecords<T> copyOf(List<T> things) {
        return things instanceof FiledRecords<T> already
                ? already
                : new FiledRecords<>(things.toArray(FiledRecord[]::new), null, NOT_KNOWN, null);
    }

    @Override
    @SuppressWarnings("unchecked") // It was made of a list of these.
    public T get(int index) {
        return (T) things[index];
    }

    @Override
    public int size() {
        return things.length;
    }

    /** The position of the last event that changed one of them; 0 where there is none. */
    long lastPosition() {
        long known = lastPosition;
        if (known == NOT_KNOWN) {
            known = Arrays.stream(lastPositions()).max().orElse(0);
            lastPosition = known;
        }
        return known;
    }

    /** The records at this ledger size, as they were then. */
    FiledRecords<T> upTo(long treeSize) {
        long[] last = lastPositions();
        FiledRecord[] parts = Arrays.copyOf(things, sizeAt(treeSize));
        Readings then = readings().first(parts.length);
        long greatest = 0;
        for (int i = 0; i < parts.length; i++) {
            long changed = last[i];
            if (changed > treeSize) {
                parts[i] = parts[i].upTo(treeSize);
                changed = parts[i].lastPosition();
                then.replace(i, parts[i]);
            }
            greatest = Math.max(greatest, changed);
        }
        // A view asks for the greatest of the positions alone: that of each would be a third of the memory that it
        // takes.
        return new FiledRecords<>(parts, null, greatest, then);
    }

    /** The records with some of them changed; these where none is. What is known of the others is kept. */
    public FiledRecords<T> each(UnaryOperator<T> change) {
        FiledRecord[] changed = things;
        Readings seen = readings();
        for (int i = 0; i < things.length; i++) {
            T one = get(i);
            T other = change.apply(one);
            if (other != one) {
                if (changed == things) {
                    changed = things.clone();
                    seen = seen.first(things.length);
                }
                changed[i] = other;
                seen.replace(i, other);
            }
        }
        return changed == things ? this : new FiledRecords<>(changed, lastPositions, lastPosition(), seen);
    }

    /** Some of the records; these where all are taken. */
    public FiledRecords<T> only(Predicate<T> taken) {
        int[] places = IntStream.range(0, things.length)
                .filter(i -> taken.test(get(i)))
                .toArray();
        if (places.length == things.length) {
            return this;
        }
        FiledRecord[] some = new FiledRecord[places.length];
        Readings all = readings();
        Readings seen = Readings.room(places.length);
        for (int i = 0; i < places.length; i++) {
            some[i] = things[places[i]];
            seen.copy(i, all, places[i]);
        }
        return new FiledRecords<>(some, null, NOT_KNOWN, seen);
    }

    /** What the records say that are in view, in their order. */
    @SuppressWarnings("unchecked") // What is said of a kind is what its records are read as.
    public <R> List<R> inView(LocalDate effectiveOn, LocalDate knownOn) {
        Readings all = readings();
        int effective = (int) effectiveOn.toEpochDay();
        int known = (int) knownOn.toEpochDay();
        List<R> seen = new ArrayList<>(things.length);
        for (int i = 0; i < things.length; i++) {
            Object reading = all.inView(i, effective, known);
            if (reading != null) {
                seen.add((R) reading);
            }
        }
        return Collections.unmodifiableList(seen);
    }

    /** Whether nothing changed the record at a place since it was recorded. */
    public boolean isUnchanged(int index) {
        return readings().isUnchanged(index);
    }

    /** What the record at a place says on a day of knowledge; null where nothing. */
    public @Nullable Object knownAt(int index, int knownOn) {
        return readings().at(index, knownOn);
    }

    /** Whether the record at a place says the same on every day from this one on. */
    public boolean isSettledBy(int index, int knownOn) {
        return readings().isSettledBy(index, knownOn);
    }

    /** The record that the event at a position created; null where none of these. */
    public @Nullable T createdAt(long position) {
        int place = sizeAt(position) - 1;
        return place >= 0 && things[place].firstPosition() == position ? get(place) : null;
    }

    /** How many of them existed by then. */
    private int sizeAt(long treeSize) {
        int from = 0;
        int to = things.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (things[middle].firstPosition() <= treeSize) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    private Readings readings() {
        Readings known = readings;
        if (known == null) {
            known = Readings.of(things);
            readings = known;
        }
        return known;
    }

    private long[] lastPositions() {
        long[] last = lastPositions;
        if (last == null) {
            last = Arrays.stream(things).mapToLong(FiledRecord::lastPosition).toArray();
            lastPositions = last;
        }
        return last;
    }
}
