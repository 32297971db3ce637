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
 * An Appender decides on submissions and records them. It does the two at once for two drafts: while one thread writes one,
 * another may decide the next on the tip that the first will leave behind ({@link #draft}, {@link #prepare}; one
 * thread at a time). {@link #complete} (one thread at a time too) writes a draft, in the order in which drafts were begun.
 *
 * <p>After anything unexpected the tip is forgotten. What was decided on it is then decided anew, carefully: in the writer's
 * turn, on what the database holds.
 */
final class Appender implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Appender.class);
    private static final int MAX_ATTEMPTS = 3;

    private static final Duration READ_BACK_FOR = Duration.ofSeconds(2);
    private static final Duration READ_BACK_PAUSE = Duration.ofMillis(200);

    private final Store store;
    private final WriteGate gate;
    private final Time ticker;
    private final ClockKeeper clockKeeper;
    private final DatabaseClock clock;
    private final BatchPreparer preparer;
    private final ReceiptCache recentReceipts;
    private volatile @Nullable WriterState tip;
    private LastCommitted anchor = LastCommitted.EMPTY;
    private Store.@Nullable Session session;

    Appender(Store store, WriteGate gate, ClockKeeper clockKeeper, Time ticker, ReceiptCache recentReceipts) {
        this.recentReceipts = recentReceipts;
        this.store = store;
        this.gate = gate;
        this.ticker = ticker;
        this.clockKeeper = clockKeeper;
        this.clock = new DatabaseClock(ticker);
        this.preparer = new BatchPreparer(store);
    }

    /** Begins a draft behind all that were begun before. */
    PendingBatch draft() {
        return new PendingBatch(newBatch());
    }

    private @Nullable Batch newBatch() {
        WriterState current = tip;
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
     * Lets a draft begin anew if the tip on which it was begun did not come true and there is another by now. While no draft is
     * being written. Otherwise one failure would make every draft after it be decided in its turn, as long as there is always
     * another that was begun meanwhile.
     */
    boolean rebase(PendingBatch draft) {
        Batch batch = draft.batch();
        Batch fresh = batch != null && batch.tip() == tip ? null : newBatch();
        if (fresh != null) {
            draft.restart(fresh);
        }
        return fresh != null;
    }

    /** Decides on what was added to a draft, as if all drafts before were recorded. */
    void prepare(PendingBatch draft) {
        preparer.prepare(draft);
    }

    /** Records a draft; returns the answers to its submissions, to be given now. */
    List<Runnable> complete(PendingBatch draft) {
        List<Runnable> answers = new ArrayList<>();
        List<Submission> passing = passing(draft.submissions(), answers);
        if (passing.size() == draft.commandCount()) {
            return completeAll(draft);
        }
        draft.discard();
        tip = null;
        if (!passing.isEmpty()) {
            answers.addAll(retryUnderLock(passing));
        }
        return answers;
    }

    /** Those that the gate lets through now; the others are answered. */
    private List<Submission> passing(List<Submission> submissions, List<Runnable> answers) {
        if (gate.reasons().isEmpty()) {
            return submissions;
        }
        List<Submission> passing = new ArrayList<>();
        for (Submission submission : submissions) {
            try {
                gate.requireOpenTo(submission.eventTypes());
                passing.add(submission);
            } catch (LedgerUnavailable e) {
                submission.fail(answers, e);
            }
        }
        return passing;
    }

    private List<Runnable> completeAll(PendingBatch draft) {
        Batch batch = draft.batch();
        if (batch == null || batch.tip() != tip || session == null) {
            return retryUnderLock(draft.submissions());
        }
        if (batch.isEmpty()) {
            // A receipt that was looked up may be one that no standby has confirmed.
            return batch.hasRepetitions() ? retryUnderLock(draft.submissions()) : batch.answers();
        }
        try {
            long askedAt = ticker.nanoTime();
            Instant now = session.append(batch);
            if (!clockKeeper.believes(now)) {
                // The next batch asks for the time in its turn, and is refused by name if the clock is still wrong.
                return recorded(batch, null);
            }
            clock.set(now, askedAt);
            return recorded(batch, batch.tip());
        } catch (StaleWriterState e) {
            LOG.debug("A batch is decided anew", e);
            tip = null;
        } catch (CommitInDoubt e) {
            LOG.warn("The outcome of a commit is unknown and is read back", e);
            discardSession();
            if (wasCommitted(batch)) {
                return recorded(batch, null);
            }
        } catch (SQLException e) {
            LOG.info(
                    "A batch of {} commands is decided anew",
                    draft.submissions().size(),
                    e);
            discardSession();
            nameDamage(e);
        }
        return retryUnderLock(draft.submissions());
    }

    private List<Runnable> retryUnderLock(List<Submission> submissions) {
        SQLException last = null;
        for (int attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
            Batch batch = null;
            try {
                Store.Session open = openSession();
                batch = decideInTurn(open, submissions);
                submissions.forEach(submission -> gate.requireOpenTo(submission.eventTypes()));
                if (batch.isEmpty()) {
                    open.confirm();
                } else {
                    open.write(batch);
                }
                return recorded(batch, batch.tip());
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

    /** Until the database is found to be in order, nobody tries it again. */
    private void nameDamage(SQLException e) {
        if (NotCommitted.OTHER_ROWS.equals(e.getSQLState())) {
            gate.close(WriteGate.Keeper.INSERTS, e.getMessage() + "; it was undone");
        }
    }

    private Batch decideInTurn(Store.Session open, List<Submission> submissions) throws SQLException {
        long askedAt = ticker.nanoTime();
        Store.Opening opening = open.begin(anchor);
        if (!opening.holdsAnchor()) {
            recentReceipts.clear();
            throw new LedgerUnavailable("The database does not hold the event that was recorded at position "
                    + anchor.position() + ": it is behind, or another history. Nothing is written to it");
        }
        WriterState current = open.tip();
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
        tip = next;
        recentReceipts.add(batch.receipts());
        anchor = batch.isEmpty()
                ? batch.before()
                : new LastCommitted(batch.last().position(), batch.last().leafHash());
        return batch.answers();
    }

    /** One command's data must not keep the others of its batch from being recorded. */
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
        long start = ticker.nanoTime();
        while (ticker.nanoTime() - start < READ_BACK_FOR.toNanos()) {
            try {
                return openSession().holds(batch);
            } catch (SQLException | CommitInDoubt e) {
                discardSession();
                LOG.warn("The outcome of a commit cannot be read back yet", e);
                ticker.pause(READ_BACK_PAUSE);
            }
        }
        throw new LedgerUnavailable(
                "It is not known whether the events were recorded; ask again with the same command id");
    }

    ReceiptCache recentReceipts() {
        return recentReceipts;
    }

    /** The last event that is known to be committed. */
    LastCommitted anchor() {
        return anchor;
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
        tip = null;
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
