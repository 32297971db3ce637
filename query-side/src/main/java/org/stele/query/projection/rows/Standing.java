package org.stele.query.projection.rows;

import org.stele.query.projection.rows.StateFileRows.Progress;

/**
 * How far the projection has come and what rows that gave, as its own row says it and the seal there shows it to be true.
 *
 * @param mac of the row, which is another after every change; empty before it is written
 */
public record Standing(Progress progress, Sums sums, byte[] mac) {

    private static final byte[] NONE = {};

    public Standing(Progress progress, Sums sums) {
        this(progress, sums, NONE);
    }

    /** After a batch that gave these rows. */
    public Standing advancedTo(long position, Sums then) {
        return new Standing(new Progress(progress.generation(), position, progress.retryCount()), then);
    }

    /** After a retry, which changes rows behind the position. */
    public Standing retried(Sums then) {
        return new Standing(new Progress(progress.generation(), progress.position(), progress.retryCount() + 1), then);
    }
}
