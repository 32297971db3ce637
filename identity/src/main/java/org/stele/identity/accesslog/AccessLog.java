package org.stele.identity.accesslog;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.stele.events.Actor;
import org.stele.identity.accesslog.AccessEntry.What;

/**
 * Writes the access log of this node, beside the requests that it is about: entries wait in memory, and a thread of its own adds
 * them to the table, many at once. What cannot be kept is counted and said in the log and in the health. Safe for all threads.
 */
public final class AccessLog implements AutoCloseable {

    /** How many entries may wait. */
    static final int MOST_WAITING = 10_000;

    private static final int MOST_AT_ONCE = 500;

    /** How long a request waits for room, where as many wait as may. */
    private static final Duration PATIENCE = Duration.ofMillis(200);

    /** Entries gather for so long: one commit for all of them. */
    private static final Duration GATHER = Duration.ofMillis(200);

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration AT_STOP = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);

    private final AccessRows rows;
    private final Clock clock;
    private final BlockingQueue<AccessEntry> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicLong lost = new AtomicLong();
    private final Thread thread;
    private volatile boolean stopping;
    private volatile @Nullable Instant failingSince;
    private volatile String failure = "";

    AccessLog(AccessRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
        this.thread = Thread.ofVirtual().name("access-log").start(this::run);
    }

    /**
     * How writing goes.
     *
     * @param failingSince null where it does not fail
     * @param failure why it fails; empty where it does not
     * @param lostCount entries that could not be kept, and that the log does not name yet
     */
    record Status(int waiting, @Nullable Instant failingSince, String failure, long lostCount) {}

    Status status() {
        return new Status(waiting.size(), failingSince, failure, lost.get());
    }

    /** Keeps an entry, as soon as the thread gets to it; waits a moment where too many wait already. */
    public void record(
            What what, String outcome, @Nullable Actor actor, @Nullable String address, @Nullable String detail) {
        AccessEntry entry = AccessEntry.of(clock.instant(), what, outcome, actor, address, detail);
        try {
            if (!waiting.offer(entry, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                lost.incrementAndGet();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            lost.incrementAndGet();
        }
    }

    /** Counts entries that nobody asked to keep whole. */
    void lose(long count) {
        lost.addAndGet(count);
    }

    private void run() {
        try {
            while (!stopping) {
                AccessEntry first = waiting.poll(GATHER.toMillis(), TimeUnit.MILLISECONDS);
                if (first != null) {
                    Thread.sleep(GATHER);
                    write(first);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(@Nullable AccessEntry first) throws InterruptedException {
        List<AccessEntry> batch = new ArrayList<>();
        if (first != null) {
            batch.add(first);
        }
        waiting.drainTo(batch, MOST_AT_ONCE - batch.size());
        while (!batch.isEmpty() && !tryWrite(batch)) {
            if (stopping) {
                LOG.error("{} entries of the access log could not be written before the stop", batch.size());
                return;
            }
            Thread.sleep(AFTER_FAILURE);
        }
    }

    private boolean tryWrite(List<AccessEntry> batch) {
        long gone = lost.get();
        List<AccessEntry> all = new ArrayList<>(batch);
        if (gone > 0) {
            all.add(AccessEntry.of(clock.instant(), What.LOST, Long.toString(gone), null, null, null));
        }
        try {
            rows.append(all);
            lost.addAndGet(-gone);
            failingSince = null;
            failure = "";
            return true;
        } catch (DataAccessException | TransactionException e) {
            if (failingSince == null) {
                failingSince = clock.instant();
                LOG.warn("The access log cannot be written, and its entries wait: {}", e.getMessage());
            }
            failure = String.valueOf(e.getMessage());
            return false;
        }
    }

    /** Writes what waits, for some seconds at most. */
    @Override
    public void close() {
        stopping = true;
        try {
            thread.join(AT_STOP);
            Instant until = clock.instant().plus(AT_STOP);
            while (!waiting.isEmpty() && clock.instant().isBefore(until) && failingSince == null) {
                write(null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
