package org.stele.eventstore.append;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stele.eventstore.event.LedgerOverloaded;
import org.stele.eventstore.event.LedgerUnavailable;
import org.stele.eventstore.event.StateTag;
import org.stele.eventstore.guard.ClockKeeper;
import org.stele.eventstore.guard.Time;
import org.stele.eventstore.guard.WriteGate;
import org.stele.eventstore.read.LedgerSignal;

/**
 * A Sequencer gives events their positions. It checks all waiting commands in order and writes them in one transaction.
 * Two threads alternate: while one writes a batch, the other prepares the next, which grows until the first has
 * committed. A single command is checked and written at once, by one thread.
 *
 * <p>Outcomes are completed on other threads, after the commit: a caller's continuation never delays a batch.
 */
public final class Sequencer implements AutoCloseable {

    /** Commands that may wait for their answer; above it they are refused with {@link LedgerOverloaded}. */
    public static final int MAX_WAITING = 10_000;

    /** Bytes of bodies that may wait likewise. */
    public static final long MAX_WAITING_BYTES = 64L << 20;

    private static final int WAKE_AFTER_COMMANDS = 16;

    /**
     * A batch of this many commands is written as soon as the database is free, without those that arrive at that
     * moment.
     */
    private static final int LARGE_BATCH_COMMANDS = 128;

    private static final Logger LOG = LoggerFactory.getLogger(Sequencer.class);

    private final Appender appender;
    private final WriteGate writeGate;
    private final LedgerSignal signal;
    private final StateTag stateTag;
    private final Runnable endWatch;
    private final Answers answers = new Answers();
    private final List<Thread> threads;

    private final ReentrantLock gate = new ReentrantLock();
    private final Condition mayPrepare = gate.newCondition();
    private final Condition mayProceed = gate.newCondition();
    private final SubmissionQueue waiting;
    private final CommitDelay commitDelay = new CommitDelay();
    private boolean preparing;
    private boolean writing;
    private boolean closed;

    private Sequencer(Store store, NodeSettings node, ClockKeeper clock, LedgerSignal signal, Runnable endWatch) {
        this.appender = new Appender(store, node.writeGate(), clock, Time.SYSTEM, new ReceiptCache(2 * MAX_WAITING));
        this.writeGate = node.writeGate();
        this.stateTag = node.stateTag();
        this.waiting = new SubmissionQueue(node.maxWaiting(), MAX_WAITING_BYTES);
        this.signal = signal;
        this.endWatch = endWatch;
        this.threads = List.of(
                Thread.ofPlatform().name("ledger-sequencer-1").unstarted(this::run),
                Thread.ofPlatform().name("ledger-sequencer-2").unstarted(this::run));
    }

    /**
     * Starts the sequencer of a node.
     *
     * @param clock of the database, which others may update too
     * @param endWatch runs when the sequencer has ended
     */
    public static Sequencer start(
            Store store, NodeSettings node, ClockKeeper clock, LedgerSignal signal, Runnable endWatch) {
        Sequencer sequencer = new Sequencer(store, node, clock, signal, endWatch);
        sequencer.threads.forEach(Thread::start);
        return sequencer;
    }

    public StateTag stateTag() {
        return stateTag;
    }

    public ReceiptCache recentReceipts() {
        return appender.recentReceipts();
    }

    /** Accepts a submission, or fails its outcome at once. */
    public CompletableFuture<Long> submit(Submission submission) {
        LedgerUnavailable refusal = refusal(submission);
        if (refusal != null) {
            submission.outcome().completeExceptionally(refusal);
        }
        return submission.outcome();
    }

    /** Why a submission was not accepted; null if it was. */
    private @Nullable LedgerUnavailable refusal(Submission submission) {
        try {
            writeGate.requireOpenTo(submission::eventTypes);
        } catch (LedgerUnavailable e) {
            return e;
        }
        gate.lock();
        try {
            if (closed) {
                return new LedgerUnavailable("The ledger is being closed");
            }
            waiting.add(submission);
            wakeForArrival();
            return null;
        } catch (LedgerOverloaded e) {
            return e;
        } finally {
            gate.unlock();
        }
    }

    /** While a batch is written, a single new command does not wake the thread that prepares the next. */
    private void wakeForArrival() {
        if (!preparing) {
            mayPrepare.signal();
        } else if (!writing || waiting.size() >= WAKE_AFTER_COMMANDS) {
            mayProceed.signal();
        }
    }

    /** Takes no more commands, records those that wait, and stops. */
    @Override
    public void close() {
        shut();
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        appender.close();
        answers.close();
        endWatch.run();
    }

    private void shut() {
        gate.lock();
        try {
            closed = true;
            mayPrepare.signalAll();
            mayProceed.signalAll();
        } finally {
            gate.unlock();
        }
    }

    private void run() {
        try {
            PendingBatch pending = awaitWork();
            while (pending != null) {
                record(pending);
                pending = awaitWork();
            }
        } finally {
            failWhatWaits();
        }
    }

    private void record(PendingBatch pending) {
        try {
            do {
                appender.prepare(pending);
            } while (!awaitTurn(pending));
            write(pending);
        } catch (RuntimeException e) {
            // Even after a programming error the callers are answered, and the next batch starts from a new state.
            LOG.error("A batch of {} commands was not recorded", pending.commandCount(), e);
            fail(pending.submissions(), e);
        } catch (Error e) {
            fail(pending.submissions(), new LedgerUnavailable("The sequencer has stopped", e));
            throw e;
        }
    }

    /** Becomes the thread that prepares, with all commands that wait; null after the end. */
    private @Nullable PendingBatch awaitWork() {
        gate.lock();
        try {
            while (preparing || waiting.isEmpty()) {
                if (closed && waiting.isEmpty()) {
                    return null;
                }
                mayPrepare.awaitUninterruptibly();
            }
            preparing = true;
            PendingBatch pending = appender.newPendingBatch();
            waiting.drainTo(pending);
            return pending;
        } finally {
            gate.unlock();
        }
    }

    /** Waits until the batch may be written; false when more commands have to be checked before. */
    private boolean awaitTurn(PendingBatch pending) {
        gate.lock();
        try {
            commitDelay.prepared(pending.commandCount());
            while (true) {
                boolean mayGo = !writing && pending.commandCount() >= LARGE_BATCH_COMMANDS;
                if (!mayGo && waiting.drainTo(pending)) {
                    return false;
                }
                long delayNanos = closed || !pending.hasRoom() ? 0 : commitDelay.remainingNanos(System.nanoTime());
                if (!writing && delayNanos <= 0) {
                    if (appender.rebase(pending)) {
                        return false;
                    }
                    commitDelay.turnBegins();
                    preparing = false;
                    writing = true;
                    mayPrepare.signal();
                    return true;
                }
                await(writing ? Long.MAX_VALUE : delayNanos);
            }
        } finally {
            gate.unlock();
        }
    }

    private void await(long nanos) {
        try {
            mayProceed.awaitNanos(nanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(PendingBatch pending) {
        long start = System.nanoTime();
        List<Runnable> outcomes;
        long position;
        try {
            outcomes = appender.complete(pending);
            position = appender.lastCommitted().position();
        } finally {
            endTurn(pending, System.nanoTime() - start);
        }
        signal.advancedTo(position);
        answers.give(outcomes);
    }

    private void endTurn(PendingBatch pending, long nanos) {
        gate.lock();
        try {
            writing = false;
            waiting.answered(pending);
            commitDelay.written(pending.commandCount(), nanos, System.nanoTime());
            mayProceed.signal();
        } finally {
            gate.unlock();
        }
    }

    private void fail(List<Submission> submissions, RuntimeException reason) {
        List<Runnable> failures = new ArrayList<>();
        submissions.forEach(submission -> submission.fail(failures, reason));
        answers.give(failures);
    }

    /** No command waits after an orderly end; after any other end none may wait for ever. */
    private void failWhatWaits() {
        shut();
        List<Submission> left;
        gate.lock();
        try {
            left = waiting.removeAll();
            // The other thread may wait for a batch that nobody will write.
            mayPrepare.signalAll();
        } finally {
            gate.unlock();
        }
        fail(left, new LedgerUnavailable("The sequencer has stopped"));
    }
}
