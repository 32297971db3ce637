package org.stele.eventstore.append;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A PendingBatch is submissions to be recorded together, and the batch that they make unless another batch intervenes.
 * Used by one thread at a time.
 */
final class PendingBatch {

    /** Limits of commands, events and bytes above which it takes no more commands. */
    static final int MAX_COMMANDS = 1_000;

    static final int MAX_EVENTS = 10_000;
    static final int MAX_BYTES = 16 << 20;

    private final List<Submission> submissions = new ArrayList<>();
    private @Nullable Batch batch;
    private int taken;
    private int events;
    private long sizeBytes;

    /** @param batch an empty one, or null where everything will be checked only when it is written */
    PendingBatch(@Nullable Batch batch) {
        this.batch = batch;
    }

    void add(Submission submission) {
        submissions.add(submission);
        events += submission.events().size();
        sizeBytes += submission.sizeBytes();
    }

    boolean hasRoom() {
        return submissions.size() < MAX_COMMANDS && events < MAX_EVENTS && sizeBytes < MAX_BYTES;
    }

    /** The submissions added since the last call. */
    List<Submission> takeUndecided() {
        List<Submission> undecided = submissions.subList(taken, submissions.size());
        taken = submissions.size();
        return undecided;
    }

    int commandCount() {
        return submissions.size();
    }

    long sizeBytes() {
        return sizeBytes;
    }

    /** In order of arrival. */
    List<Submission> submissions() {
        return submissions;
    }

    @Nullable
    Batch batch() {
        return batch;
    }

    /** Discards the checks made, and with them the writer state that they extended. */
    void discard() {
        if (batch != null) {
            batch.writerState().invalidate();
            batch = null;
        }
    }

    /** Has every submission checked again, into another batch. */
    void restart(Batch other) {
        batch = other;
        taken = 0;
    }
}
