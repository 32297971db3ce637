package org.stele.eventstore.append;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Draft is submissions to be recorded together, and the batch that they make if nothing comes between. Of one thread at a
 * time.
 */
final class PendingBatch {

    /** Commands, events and bytes after which a draft takes no more commands. */
    static final int MAX_COMMANDS = 1_000;

    static final int MAX_EVENTS = 10_000;
    static final int MAX_BYTES = 16 << 20;

    private final List<Submission> submissions = new ArrayList<>();
    private @Nullable Batch batch;
    private int taken;
    private int events;
    private long sizeBytes;

    /** @param batch an empty one, or null where everything will be decided only when it is written */
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

    /** The submissions that were added since this was last asked. */
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

    /** In the order in which they came. */
    List<Submission> submissions() {
        return submissions;
    }

    @Nullable
    Batch batch() {
        return batch;
    }

    /** What was decided holds no more, nor does the tip that it left behind. */
    void discard() {
        if (batch != null) {
            batch.tip().invalidate();
            batch = null;
        }
    }

    /** Has everything decided once more, into another batch. */
    void restart(Batch other) {
        batch = other;
        taken = 0;
    }
}
