package org.stele.query.projection.rows;

import org.stele.query.projection.rows.StateFileRows.Progress;

/**
 * The position of the projection and the sums of its rows, as its own row states them and the seal there proves.
 *
 * @param sums through the lenses whose rows were read
 * @param mac of the row, different after every change; empty before it is written
 */
public record Standing(Progress progress, SightSums sums, byte[] mac) {

    private static final byte[] NONE = {};

    public Standing(Progress progress, SightSums sums) {
        this(progress, sums, NONE);
    }

    /** After a batch that wrote these rows. */
    public Standing advancedTo(long position, SightSums then) {
        return new Standing(new Progress(progress.generation(), position, progress.retryCount()), then);
    }

    /** After a retry, which changes rows behind the position. */
    public Standing retried(SightSums then) {
        return new Standing(new Progress(progress.generation(), progress.position(), progress.retryCount() + 1), then);
    }
}
