package org.stele.statefile.change;

import org.jspecify.annotations.Nullable;

/**
 * One status, figure, flag or discrepancy that is not the same in two views.
 *
 * @param what such as {@code repatriation.status}, {@code flags.CONTESTED} or {@code discrepancies.<id>.status}
 * @param from in the first view; null where there it is not stated, or not there
 * @param to in the second view; null likewise
 */
public record Difference(
        String what, @Nullable Object from, @Nullable Object to) {}
