package org.stele.statefile;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * The records of one kind in a file, in the order in which they were recorded. It knows where each was last changed, so
 * that the part of a smaller ledger is found without reading every record. Unmodifiable, and safe for all threads.
 */
final class FiledRecords<T extends FiledRecord> extends AbstractList<T> implements RandomAccess {

    private final FiledRecord[] things;
    /** Computed on first use; two threads that both compute it find the same. */
    private volatile long @Nullable [] lastPositions;

    private FiledRecords(FiledRecord[] things, long @Nullable [] lastPositions) {
        this.things = things;
        this.lastPositions = lastPositions;
    }

    static <T extends FiledRecord> FiledRecords<T> copyOf(List<T> things) {
        return things instanceof FiledRecords<T> already
                ? already
                : new FiledRecords<>(things.toArray(FiledRecord[]::new), null);
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
        return Arrays.stream(lastPositions()).max().orElse(0);
    }

    /** The records at this ledger size, as they were then. */
    FiledRecords<T> upTo(long treeSize) {
        FiledRecord[] parts = Arrays.copyOf(things, sizeAt(treeSize));
        long[] last = Arrays.copyOf(lastPositions(), parts.length);
        for (int i = 0; i < parts.length; i++) {
            if (last[i] > treeSize) {
                parts[i] = parts[i].upTo(treeSize);
                last[i] = parts[i].lastPosition();
            }
        }
        return new FiledRecords<>(parts, last);
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

    private long[] lastPositions() {
        long[] last = lastPositions;
        if (last == null) {
            last = Arrays.stream(things).mapToLong(FiledRecord::lastPosition).toArray();
            lastPositions = last;
        }
        return last;
    }
}
