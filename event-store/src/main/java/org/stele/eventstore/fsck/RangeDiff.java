package org.stele.eventstore.fsck;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.stele.eventstore.event.IntegrityViolation;

/**
 * A RangeDiff compares the expected and the actual rows of a table for some positions, both in order, row by row, once
 * their sums have turned out to differ.
 */
record RangeDiff<T>(List<T> expected, List<T> stored, ToLongFunction<T> position) {

    /** The first difference, in words. */
    IntegrityViolation firstWrong(Function<T, String> missing, Function<T, String> surplus) {
        int at = 0;
        while (at < expected.size() && at < stored.size() && expected.get(at).equals(stored.get(at))) {
            at++;
        }
        T wanted = at < expected.size() ? expected.get(at) : null;
        T found = at < stored.size() ? stored.get(at) : null;
        if (wanted != null && isMissing(wanted, found)) {
            return new IntegrityViolation(missing.apply(wanted));
        }
        if (found != null) {
            return new IntegrityViolation(surplus.apply(found));
        }
        throw new IllegalStateException("Sums differ where rows do not");
    }

    private boolean isMissing(T wanted, @Nullable T found) {
        Set<T> all = new HashSet<>(stored);
        return !all.contains(wanted) && (found == null || position.applyAsLong(wanted) <= position.applyAsLong(found));
    }
}
