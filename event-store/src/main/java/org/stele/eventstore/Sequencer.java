package org.stele.eventstore;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Sequencer gives events their positions: one thread that takes all commands that wait, checks their conditions in order
 * and writes what they record in one transaction. A command that comes alone is written alone, at once.
 *
 * <p>Outcomes are completed on threads of their own, after the commit; a caller that waits holds up nobody.
 */
public final class Sequencer implements AutoCloseable {

    /** Commands that may wait; above it they are refused with {@link LedgerOverloaded}. */
    public static final int MAX_WAITING = 10_000;

    /** Commands, events and bytes after which a batch takes no more commands. */
    static final int BATCH_COMMANDS = 1_000;

    static final int BATCH_EVENTS = 10_000;
    static final int BATCH_BYTES = 16 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(Sequencer.class);
    private static final int MAX_ATTEMPTS = 3;

    /** The keys that are taken only if another writer has taken the position. */
    private static final Set<String> OTHER_WRITER =
            Set.of("event_position", "event_tag_once", "merkle_tile_once", "command_once");

    private static final Duration READ_BACK_FOR = Duration.ofSeconds(30);
    private static final Duration READ_BACK_PAUSE = Duration.ofMillis(200);
    private static final Duration IDLE_POLL = Duration.ofMillis(100);

    private final DataSource dataSource;
    private final LedgerSignal signal;
    private final String stateTagKey;
    private final int maxWaiting;
    private final BlockingQueue<Submission> waiting;
    private final ExecutorService answers = Executors.newVirtualThreadPerTaskExecutor();
    private final Object admission = new Object();
    private final Thread thread;
    private volatile boolean closed;
    private Anchor anchor = Anchor.EMPTY;
    private @Nullable WriteSession session;

    private Sequencer(DataSource dataSource, LedgerSignal signal, String stateTagKey, int maxWaiting) {
        this.dataSource = dataSource;
        this.signal = signal;
        this.stateTagKey = stateTagKey;
        this.maxWaiting = maxWaiting;
        this.waiting = new ArrayBlockingQueue<>(maxWaiting);
        this.thread = Thread.ofPlatform().name("ledger-sequencer").unstarted(this::run);
    }

    /**
     * Starts the sequencer of this node.
     *
     * @param dataSource of the role that may INSERT; not a pool, because the one connection is kept
     * @param stateTagKey the key of the tag that names the State an event is about
     */
    public static Sequencer start(DataSource dataSource, LedgerSignal signal, String stateTagKey) {
        return start(dataSource, signal, stateTagKey, MAX_WAITING);
    }

    /** The same with another limit for the commands that may wait. */
    public static Sequencer start(DataSource dataSource, LedgerSignal signal, String stateTagKey, int maxWaiting) {
        Sequencer sequencer = new Sequencer(dataSource, signal, stateTagKey, maxWaiting);
        sequencer.thread.start();
        return sequencer;
    }

    String stateTagKey() {
        return stateTagKey;
    }

    /** Takes a submission in, or fails its outcome at once. */
    CompletableFuture<Long> submit(Submission submission) {
        synchronized (admission) {
            if (closed) {
                submission.outcome().completeExceptionally(new LedgerUnavailable("The ledger is being closed"));
            } else if (!waiting.offer(submission)) {
                submission.outcome().completeExceptionally(new LedgerOverloaded(maxWaiting));
            }
        }
        return submission.outcome();
    }

    /** Takes no more commands, records those that wait, and stops. */
    @Override
    public void close() {
        synchronized (admission) {
            closed = true;
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        answers.close();
    }

    private void run() {
        try {
            while (!closed || !waiting.isEmpty()) {
                Submission first = waiting.poll(IDLE_POLL.toMillis(), TimeUnit.MILLISECONDS);
                if (first != null) {
                    sequence(batchFrom(first));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            discardSession();
            failWhatWaits();
        }
    }

    /** Nothing waits after an orderly end; after any other one nobody may wait for ever. */
    private void failWhatWaits() {
        synchronized (admission) {
            closed = true;
        }
        List<Submission> left = new ArrayList<>();
        waiting.drainTo(left);
        fail(left, new LedgerUnavailable("The sequencer has stopped"));
    }

    private List<Submission> batchFrom(Submission first) {
        List<Submission> batch = new ArrayList<>(List.of(first));
        int events = first.events().size();
        int bytes = first.sizeBytes();
        while (batch.size() < BATCH_COMMANDS && events < BATCH_EVENTS && bytes < BATCH_BYTES) {
            Submission next = waiting.poll();
            if (next == null) {
                return batch;
            }
            batch.add(next);
            events += next.events().size();
            bytes += next.sizeBytes();
        }
        return batch;
    }

    private void sequence(List<Submission> submissions) {
        try {
            append(submissions);
        } catch (RuntimeException e) {
            // Also when the reason is a defect: the callers get it, and the next batch starts afresh.
            discardSession();
            LOG.error("A batch of {} commands was not recorded", submissions.size(), e);
            fail(submissions, e);
        } catch (Error e) {
            fail(submissions, new LedgerUnavailable("The sequencer has stopped", e));
            throw e;
        }
    }

    private void append(List<Submission> submissions) {
        SQLException last = null;
        for (int attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
            try {
                deliver(openSession().append(submissions, anchor));
                return;
            } catch (OutcomeUnknown e) {
                discardSession();
                LOG.warn("The outcome of a commit is unknown and is read back", e);
                if (wasCommitted(e.batch())) {
                    deliver(e.batch());
                    return;
                }
            } catch (SQLException e) {
                discardSession();
                LOG.warn("A batch of {} commands failed, attempt {}", submissions.size(), attempt, e);
                if (isAboutData(e)) {
                    separate(submissions, e);
                    return;
                }
                last = e;
            }
        }
        throw new LedgerUnavailable("The database does not take the events", last);
    }

    /** Whether a value or a key was refused, other than by another writer's having been first. */
    private static boolean isAboutData(SQLException e) {
        if (!(e instanceof PSQLException refusal) || refusal.getServerErrorMessage() == null) {
            return false;
        }
        String state = String.valueOf(refusal.getSQLState());
        String constraint = String.valueOf(refusal.getServerErrorMessage().getConstraint());
        return (state.startsWith("22") || state.startsWith("23")) && !OTHER_WRITER.contains(constraint);
    }

    /** One command's data must not keep the others of its batch from being recorded. */
    private void separate(List<Submission> submissions, SQLException reason) {
        if (submissions.size() == 1) {
            fail(submissions, new IllegalArgumentException("The database refuses the events", reason));
        } else {
            submissions.forEach(submission -> sequence(List.of(submission)));
        }
    }

    private boolean wasCommitted(Batch batch) {
        long deadline = System.nanoTime() + READ_BACK_FOR.toNanos();
        while (System.nanoTime() < deadline) {
            try {
                return openSession().holds(batch);
            } catch (SQLException e) {
                discardSession();
                LOG.warn("The outcome of a commit cannot be read back yet", e);
                LockSupport.parkNanos(READ_BACK_PAUSE.toNanos());
            }
        }
        throw new LedgerUnavailable(
                "It is not known whether the events were recorded; ask again with the same command id");
    }

    private void deliver(Batch batch) {
        if (!batch.isEmpty()) {
            anchor = new Anchor(batch.last().position(), batch.last().leafHash());
            signal.advancedTo(anchor.position());
        }
        batch.answers().forEach(answers::execute);
    }

    private void fail(List<Submission> submissions, RuntimeException reason) {
        submissions.forEach(
                submission -> answers.execute(() -> submission.outcome().completeExceptionally(reason)));
    }

    private WriteSession openSession() throws SQLException {
        WriteSession open = session;
        if (open == null) {
            open = WriteSession.open(dataSource, stateTagKey);
            session = open;
        }
        return open;
    }

    private void discardSession() {
        if (session != null) {
            session.close();
            session = null;
        }
    }
}
