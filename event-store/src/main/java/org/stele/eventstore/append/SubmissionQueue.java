package org.stele.eventstore.append;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.stele.eventstore.event.LedgerOverloaded;

/**
 * A SubmissionQueue is the submissions that no batch holds yet. It bounds those that wait for an answer, in a batch or not,
 * by number and size. Guarded by the sequencer's lock.
 */
final class SubmissionQueue {

    private final int maxUnanswered;
    private final long maxUnansweredBytes;
    private final Queue<Submission> waiting = new ArrayDeque<>();
    private int unanswered;
    private long unansweredBytes;

    SubmissionQueue(int maxUnanswered, long maxUnansweredBytes) {
        this.maxUnanswered = maxUnanswered;
        this.maxUnansweredBytes = maxUnansweredBytes;
    }

    /** @throws LedgerOverloaded where a limit is reached */
    void add(Submission submission) {
        if (unanswered >= maxUnanswered || unansweredBytes >= maxUnansweredBytes) {
            throw new LedgerOverloaded(unanswered);
        }
        waiting.add(submission);
        unanswered++;
        unansweredBytes += submission.sizeBytes();
    }

    int size() {
        return waiting.size();
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Moves submissions into a batch while it has room; false if none was moved. */
    boolean drainTo(PendingBatch batch) {
        int before = batch.commandCount();
        while (batch.hasRoom() && !waiting.isEmpty()) {
            batch.add(waiting.remove());
        }
        return batch.commandCount() > before;
    }

    /** The submissions of a batch are about to be answered. */
    void answered(PendingBatch batch) {
        unanswered -= batch.commandCount();
        unansweredBytes -= batch.sizeBytes();
    }

    List<Submission> removeAll() {
        List<Submission> left = List.copyOf(waiting);
        waiting.clear();
        return left;
    }
}
