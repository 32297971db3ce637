package org.stele.eventstore.axon;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine.AppendTransaction;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.jspecify.annotations.Nullable;
import org.stele.eventstore.append.Sequencer;
import org.stele.eventstore.append.Submission;

/** A LedgerAppend is one submission as Axon's transaction: it is handed to the sequencer at commit, once. */
final class LedgerAppend implements AppendTransaction<Long> {

    private final Sequencer sequencer;
    private final Submission submission;
    private final AtomicBoolean finished = new AtomicBoolean();

    LedgerAppend(Sequencer sequencer, Submission submission) {
        this.sequencer = sequencer;
        this.submission = submission;
    }

    @Override
    public CompletableFuture<Long> commit(@Nullable ProcessingContext context) {
        if (finished.getAndSet(true)) {
            return CompletableFuture.failedFuture(new IllegalStateException("Already committed or rolled back"));
        }
        return sequencer.submit(submission);
    }

    @Override
    public void rollback(@Nullable ProcessingContext context) {
        finished.set(true);
    }

    @Override
    public CompletableFuture<ConsistencyMarker> afterCommit(Long lastPosition, @Nullable ProcessingContext context) {
        return CompletableFuture.completedFuture(new GlobalIndexConsistencyMarker(lastPosition));
    }
}
