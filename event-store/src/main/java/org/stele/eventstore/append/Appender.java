package org.stele.eventstore.append;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stele.eventstore.event.LedgerUnavailable;
import org.stele.eventstore.guard.ClockKeeper;
import org.stele.eventstore.guard.Time;
import org.stele.eventstore.guard.WriteGate;

/**
 * An Appender checks submissions and records them. Two threads share it: while one writes a batch, the other may
 * prepare the next on the writer state that the first batch will leave ({@link #newPendingBatch}, {@link #prepare}; one
 * thread at a time). {@link #complete} (also one thread at a time) writes the batches in the order in which they were
 * begun.
 *
 * <p>After an unexpected failure the writer state is dropped. Batches that were prepared on it are then checked again
 * under the lock, against what the database holds.
 */
final class Appender implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Appender.class);
    private static final int MAX_ATTEMPTS = 3;

    private static final Duration READ_BACK_FOR = Duration.ofSeconds(2);
    private static final Duration READ_BACK_PAUSE = Duration.ofMillis(200);

    private final Store store;
    private final WriteGate gate;
    private final Time time;
    private final ClockKeeper clockKeeper;
    private final DatabaseClock clock;
    private final BatchPreparer preparer;
    private final ReceiptCache recentReceipts;
    private volatile @Nullable WriterState writerState;
    private LastCommitted lastCommitted = LastCommitted.EMPTY;
    private Store.@Nullable Session session;

    Appender(Store store, WriteGate gate, ClockKeeper clockKeeper, Time time, ReceiptCache recentReceipts) {
        this.recentReceipts = recentReceipts;
        this.store = store;
        this.gate = gate;
        this.time = time;
        this.clockKeeper = clockKeeper;
        this.clock = new DatabaseClock(time);
        this.preparer = new BatchPreparer(store);
    }

    /** Begins a batch that follows all batches begun before. */
    PendingBatch newPendingBatch() {
        return new PendingBatch(newBatch());
    }

    private @Nullable Batch newBatch() {
        WriterState current = writerState;
        Instant now = clock.now();
        if (current == null
                || current.isInvalid()
                || now == null
                || current.recordedAt().isAfter(now)) {
            return null;
        }
        return new Batch(current, now);
    }

    /**
     * Rebases a batch that was prepared on a writer state that was dropped, if a new one is known. Call it while no
     * batch is being written. Without it one failure would send every later batch through the slow path, as long as
     * commands keep coming.
     */
    boolean rebase(PendingBatch pending) {
        Batch batch = pending.batch();
        Batch fresh = batch != null && batch.writerState() == writerState ? null : newBatch();
        if (fresh != null) {
            pending.restart(fresh);
        }
        return fresh != null;
    }

    /** Checks the submissions added to a batch, as if all earlier batches were recorded. */
    void prepare(PendingBatch pending) {
        preparer.prepare(pending);
    }

    /** Records a batch; returns the answers to its submissions, to be given now. */
    List<Runnable> complete(PendingBatch pending) {
        List<Runnable> answers = new ArrayList<>();
        List<Submission> passing = passing(pending.submissions(), answers);
        if (passing.size() == pending.commandCount()) {
            return completeAll(pending);
        }
        pending.discard();
        writerState = null;
        if (!passing.isEmpty()) {
            answers.addAll(retryUnderLock(passing));
        }
        return answers;
    }

    /** The submissions that the gate admits now; the others are answered. */
    private List<Submission> passing(List<Submission> submissions, List<Runnable> answers) {
        if (gate.reasons().isEmpty()) {
            return submissions;
        }
        List<Submission> passing = new ArrayList<>();
        for (Submission submission : submissions) {
            try {
                gate.requireOpenTo(submission::eventTypes);
                passing.add(submission);
            } catch (LedgerUnavailable e) {
                submission.fail(answers, e);
            }
        }
        return passing;
    }

    private List<Runnable> completeAll(PendingBatch pending) {
        Batch batch = pending.batch();
        if (batch == null || batch.writerState() != writerState || session == null) {
            return retryUnderLock(pending.submissions());
        }
        if (batch.isEmpty()) {
            // The receipt that was looked up may not be confirmed by a standby yet.
            return batch.hasRepetitions() ? retryUnderLock(pending.submissions()) : batch.answers();
        }
        try {
            long askedAt = time.nanoTime();
            Instant now = session.append(batch);
            if (!clockKeeper.believes(now)) {
                // The next batch reads the database's time under the lock, and is refused with a reason if the clock is
                // still wrong.
                return recorded(batch, null);
            }
            clock.set(now, askedAt);
            return recorded(batch, batch.writerState());
        } catch (StaleWriterState e) {
            LOG.debug("A batch is checked again under the lock", e);
            writerState = null;
        } catch (CommitInDoubt e) {
            LOG.warn("The outcome of a commit is unknown and is read back", e);
            discardSession();
            if (wasCommitted(batch)) {
                return recorded(batch, null);
            }
        } catch (SQLException e) {
            LOG.info(
                    "A batch of {} commands is checked again under the lock",
                    pending.submissions().size(),
                    e);
            discardSession();
            nameDamage(e);
        }
        return retryUnderLock(pending.submissions());
    }

    private List<Runnable> retryUnderLock(List<Submission> submissions) {
        SQLException last = null;
        for (int attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
            Batch batch = null;
            try {
                Store.Session open = openSession();
                batch = decideInTurn(open, submissions);
                submissions.forEach(submission -> gate.requireOpenTo(submission::eventTypes));
                if (batch.isEmpty()) {
                    open.confirm();
                } else {
                    open.write(batch);
                }
                return recorded(batch, batch.writerState());
            } catch (CommitInDoubt e) {
                discardSession();
                LOG.warn("The outcome of a commit is unknown and is read back", e);
                if (batch != null && !batch.isEmpty() && wasCommitted(batch)) {
                    return recorded(batch, null);
                }
            } catch (SQLException e) {
                discardSession();
                nameDamage(e);
                LOG.warn("A batch of {} commands failed, attempt {}", submissions.size(), attempt, e);
                if (store.refusesData(e)) {
                    return retryIndividually(submissions, e);
                }
                last = e;
            } catch (RuntimeException e) {
                discardSession();
                throw e;
            }
        }
        throw new LedgerUnavailable("The database does not take the events", last);
    }

    /** Closes the gate until the database is found to be in order. */
    private void nameDamage(SQLException e) {
        if (NotCommitted.OTHER_ROWS.equals(e.getSQLState())) {
            gate.close(WriteGate.Keeper.INSERTS, e.getMessage() + "; it was undone");
        }
    }

    private Batch decideInTurn(Store.Session open, List<Submission> submissions) throws SQLException {
        long askedAt = time.nanoTime();
        Store.Opening opening = open.begin(lastCommitted);
        if (!opening.holdsLastCommitted()) {
            recentReceipts.clear();
            throw new LedgerUnavailable("The database does not hold the event that was recorded at position "
                    + lastCommitted.position() + ": it is behind, or another history. Nothing is written to it");
        }
        WriterState current = open.writerState();
        clockKeeper.require(opening.now(), current.recordedAt());
        clock.set(opening.now(), askedAt);
        Batch batch = new Batch(current, recordedAt(opening.now(), current.recordedAt()));
        ConditionChecker.recognize(submissions, current, open.lookups());
        ConditionChecker.prepare(batch, submissions, open.lookups());
        return batch;
    }

    private static Instant recordedAt(Instant now, Instant last) {
        return last.isAfter(now) ? last : now.truncatedTo(ChronoUnit.MICROS);
    }

    private List<Runnable> recorded(Batch batch, @Nullable WriterState next) {
        writerState = next;
        recentReceipts.add(batch.receipts());
        lastCommitted = batch.isEmpty()
                ? batch.before()
                : new LastCommitted(batch.last().position(), batch.last().leafHash());
        return batch.answers();
    }

    /** The data of one command must not keep the other commands of its batch from being recorded. */
    private List<Runnable> retryIndividually(List<Submission> submissions, SQLException reason) {
        List<Runnable> answers = new ArrayList<>();
        if (submissions.size() == 1) {
            submissions.get(0).fail(answers, new IllegalArgumentException("The database refuses the events", reason));
            return answers;
        }
        for (Submission submission : submissions) {
            try {
                answers.addAll(retryUnderLock(List.of(submission)));
            } catch (RuntimeException e) {
                submission.fail(answers, e);
            }
        }
        return answers;
    }

    private boolean wasCommitted(Batch batch) {
        long start = time.nanoTime();
        while (time.nanoTime() - start < READ_BACK_FOR.toNanos()) {
            try {
                return openSession().holds(batch);
            } catch (SQLException | CommitInDoubt e) {
                discardSession();
                LOG.warn("The outcome of a commit cannot be read back yet", e);
                time.pause(READ_BACK_PAUSE);
            }
        }
        throw new LedgerUnavailable(
                "It is not known whether the events were recorded; ask again with the same command id");
    }

    ReceiptCache recentReceipts() {
        return recentReceipts;
    }

    /** The last event known to be committed. */
    LastCommitted lastCommitted() {
        return lastCommitted;
    }

    private Store.Session openSession() throws SQLException {
        Store.Session open = session;
        if (open == null) {
            open = store.openSession();
            session = open;
        }
        return open;
    }

    private void discardSession() {
        writerState = null;
        if (session != null) {
            session.close();
            session = null;
        }
    }

    @Override
    public void close() {
        discardSession();
        preparer.close();
    }
}
