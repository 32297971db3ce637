package org.stele.eventstore.append;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stele.eventstore.event.LedgerOverloaded;
import org.stele.eventstore.event.LedgerUnavailable;
import org.stele.eventstore.event.StateTag;
import org.stele.eventstore.guard.ClockKeeper;
import org.stele.eventstore.guard.Durability;
import org.stele.eventstore.guard.Time;
import org.stele.eventstore.guard.WriteGate;
import org.stele.eventstore.read.LedgerSignal;

/**
 * A Sequencer gives events their positions. All commands that wait are decided in order and written in one transaction. Two
 * threads take turns: while one writes a draft, the other decides the next one, which grows until the first has committed. A
 * command that comes alone is decided and written at once, by one thread.
 *
 * <p>Outcomes are completed on threads of their own, after the commit; a caller that waits holds up nobody.
 */
public final class Sequencer implements AutoCloseable {

    /** Commands that may wait for their answer; above it they are refused with {@link LedgerOverloaded}. */
    public static final int MAX_WAITING = 10_000;

    /** Bytes of bodies that may wait likewise. */
    public static final long MAX_WAITING_BYTES = 64L << 20;

    private static final int WAKE_AFTER_COMMANDS = 16;

    /** A draft of this many commands is written as soon as it can be, without those who come at that moment. */
    private static final int LARGE_BATCH_COMMANDS = 128;

    private static final Logger LOG = LoggerFactory.getLogger(Sequencer.class);

    private final Appender appender;
    private final WriteGate writeGate;
    private final LedgerSignal signal;
    private final StateTag stateTag;
    private final int maxWaiting;
    private final Runnable endWatch;
    private final ExecutorService answers = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Thread> threads;

    private final ReentrantLock gate = new ReentrantLock();
    private final Condition mayPrepare = gate.newCondition();
    private final Condition mayProceed = gate.newCondition();
    private final Queue<Submission> waiting = new ArrayDeque<>();
    private final CommitDelay commitDelay = new CommitDelay();
    private int unanswered;
    private long unansweredBytes;
    private boolean drafting;
    private boolean writing;
    private boolean closed;

    private Sequencer(Store store, Node node, ClockKeeper clock, LedgerSignal signal, Runnable endWatch) {
        this.appender = new Appender(store, node.writeGate(), clock, Time.SYSTEM, new ReceiptCache(2 * MAX_WAITING));
        this.writeGate = node.writeGate();
        this.stateTag = node.stateTag();
        this.maxWaiting = node.maxWaiting();
        this.signal = signal;
        this.endWatch = endWatch;
        this.threads = List.of(
                Thread.ofPlatform().name("ledger-sequencer-1").unstarted(this::run),
                Thread.ofPlatform().name("ledger-sequencer-2").unstarted(this::run));
    }

    /**
     * What is told to the sequencer of a node.
     *
     * @param stateTag the key of the tag that names the State an event is about
     * @param writeGate while it is closed, commands are refused
     * @param maxWaiting commands that may wait
     * @param durability what is asked of the database's settings
     * @param longestIdle the longest time that may have passed since the last event when this node starts
     */
    public record Node(
            StateTag stateTag, WriteGate writeGate, int maxWaiting, Durability durability, Duration longestIdle) {

        /** Three years: a ledger may rest for long; a clock that is wrong is mostly wrong by more. */
        public static final Duration LONGEST_IDLE = Duration.ofDays(1_096);

        /** As a node is run that has no other keepers. */
        public static Node usual(StateTag stateTag) {
            return new Node(stateTag, new WriteGate(), MAX_WAITING, Durability.configured(), LONGEST_IDLE);
        }

        /** A keeper that has seen nothing yet. */
        public ClockKeeper clockKeeper() {
            return new ClockKeeper(writeGate, Time.SYSTEM, InstantSource.system(), longestIdle);
        }
    }

    /**
     * Starts the sequencer of a node.
     *
     * @param clock of the database, kept in step by whoever else watches it
     * @param endWatch is run when the sequencer has ended
     */
    public static Sequencer start(Store store, Node node, ClockKeeper clock, LedgerSignal signal, Runnable endWatch) {
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

    /** Takes a submission in, or fails its outcome at once. */
    public CompletableFuture<Long> submit(Submission submission) {
        LedgerUnavailable refusal = refusal(submission);
        if (refusal != null) {
            submission.outcome().completeExceptionally(refusal);
        }
        return submission.outcome();
    }

    /** Why a submission was not taken in; null if it was. */
    private @Nullable LedgerUnavailable refusal(Submission submission) {
        try {
            writeGate.requireOpenTo(submission.eventTypes());
        } catch (LedgerUnavailable e) {
            return e;
        }
        gate.lock();
        try {
            if (closed) {
                return new LedgerUnavailable("The ledger is being closed");
            }
            if (unanswered >= maxWaiting || unansweredBytes >= MAX_WAITING_BYTES) {
                return new LedgerOverloaded(unanswered);
            }
            waiting.add(submission);
            unanswered++;
            unansweredBytes += submission.sizeBytes();
            wakeForArrival();
            return null;
        } finally {
            gate.unlock();
        }
    }

    /** While a draft is written, the next one is not interrupted for each command that comes. */
    private void wakeForArrival() {
        if (!drafting) {
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
            PendingBatch draft = awaitWork();
            while (draft != null) {
                record(draft);
                draft = awaitWork();
            }
        } finally {
            failWhatWaits();
        }
    }

    private void record(PendingBatch draft) {
        try {
            do {
                appender.prepare(draft);
            } while (!awaitTurn(draft));
            write(draft);
        } catch (RuntimeException e) {
            // Also when the reason is a defect: the callers get it, and the next draft starts afresh.
            LOG.error("A batch of {} commands was not recorded", draft.commandCount(), e);
            fail(draft.submissions(), e);
        } catch (Error e) {
            fail(draft.submissions(), new LedgerUnavailable("The sequencer has stopped", e));
            throw e;
        }
    }

    /** Becomes the thread that drafts, with all that wait; null after the end. */
    private @Nullable PendingBatch awaitWork() {
        gate.lock();
        try {
            while (drafting || waiting.isEmpty()) {
                if (closed && waiting.isEmpty()) {
                    return null;
                }
                mayPrepare.awaitUninterruptibly();
            }
            drafting = true;
            PendingBatch draft = appender.draft();
            drainInto(draft);
            return draft;
        } finally {
            gate.unlock();
        }
    }

    /** Waits for the draft's turn to be written, or until there is more to be decided before. */
    private boolean awaitTurn(PendingBatch draft) {
        gate.lock();
        try {
            commitDelay.drafted(draft.commandCount());
            while (true) {
                boolean mayGo = !writing && draft.commandCount() >= LARGE_BATCH_COMMANDS;
                if (!mayGo && drainInto(draft)) {
                    return false;
                }
                long patience = closed || !draft.hasRoom() ? 0 : commitDelay.patienceNanos(System.nanoTime());
                if (!writing && patience <= 0) {
                    if (appender.rebase(draft)) {
                        return false;
                    }
                    commitDelay.turnBegins();
                    drafting = false;
                    writing = true;
                    mayPrepare.signal();
                    return true;
                }
                await(writing ? Long.MAX_VALUE : patience);
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

    private boolean drainInto(PendingBatch draft) {
        int before = draft.commandCount();
        while (draft.hasRoom() && !waiting.isEmpty()) {
            draft.add(waiting.remove());
        }
        return draft.commandCount() > before;
    }

    private void write(PendingBatch draft) {
        long start = System.nanoTime();
        List<Runnable> outcomes;
        long position;
        try {
            outcomes = appender.complete(draft);
            position = appender.anchor().position();
        } finally {
            endTurn(draft, System.nanoTime() - start);
        }
        signal.advancedTo(position);
        outcomes.forEach(answers::execute);
    }

    private void endTurn(PendingBatch draft, long nanos) {
        gate.lock();
        try {
            writing = false;
            unanswered -= draft.commandCount();
            unansweredBytes -= draft.sizeBytes();
            commitDelay.written(draft.commandCount(), nanos, System.nanoTime());
            mayProceed.signal();
        } finally {
            gate.unlock();
        }
    }

    private void fail(List<Submission> submissions, RuntimeException reason) {
        List<Runnable> failures = new ArrayList<>();
        submissions.forEach(submission -> submission.fail(failures, reason));
        failures.forEach(answers::execute);
    }

    /** Nothing waits after an orderly end; after any other one nobody may wait for ever. */
    private void failWhatWaits() {
        shut();
        List<Submission> left;
        gate.lock();
        try {
            left = List.copyOf(waiting);
            waiting.clear();
            // The other thread may wait for a draft that nobody will write.
            mayPrepare.signalAll();
        } finally {
            gate.unlock();
        }
        fail(left, new LedgerUnavailable("The sequencer has stopped"));
    }
}
