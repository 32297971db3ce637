package org.stele.eventstore.read;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.axonframework.common.Registration;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A LedgerSignal tells readers that the ledger has grown, whichever node appended: this node calls it, others are heard
 * by LISTEN. The head is also polled, so that a lost notification only costs time.
 */
public final class LedgerSignal implements AutoCloseable {

    /** The channel on which a writer announces the head of the ledger. */
    public static final String CHANNEL = "ledger";

    private static final Logger LOG = LoggerFactory.getLogger(LedgerSignal.class);

    private final DataSource dataSource;
    private final Duration poll;
    private final AtomicLong head = new AtomicLong();
    private final Set<Runnable> listeners = new CopyOnWriteArraySet<>();
    private final AtomicBoolean calling = new AtomicBoolean();
    private final ExecutorService caller;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    private LedgerSignal(DataSource dataSource, Duration poll) {
        this.dataSource = dataSource;
        this.poll = poll;
        this.caller = Executors.newSingleThreadExecutor(
                Thread.ofVirtual().name("ledger-signal-caller").factory());
        this.thread = Thread.ofVirtual().name("ledger-signal").unstarted(this::listen);
    }

    /**
     * Starts to listen.
     *
     * @param dataSource of any role that may SELECT; not a pool, because the one connection is kept
     * @param poll how often the head is read when nothing is heard
     */
    public static LedgerSignal start(DataSource dataSource, Duration poll) {
        LedgerSignal signal = new LedgerSignal(dataSource, poll);
        signal.thread.start();
        return signal;
    }

    /** The highest position heard of; the ledger may already be beyond it. */
    public long head() {
        return head.get();
    }

    /** Calls a listener after each advance, on another thread; a slow listener is called less often. */
    public Registration onAdvance(Runnable listener) {
        Runnable distinct = () -> listener.run();
        listeners.add(distinct);
        return () -> listeners.remove(distinct);
    }

    public void advancedTo(long position) {
        if (head.getAndAccumulate(position, Math::max) < position && !calling.getAndSet(true)) {
            try {
                caller.execute(this::callListeners);
            } catch (RejectedExecutionException e) {
                // Closed: no listener is left, and the caller has recorded its events all the same.
            }
        }
    }

    private void callListeners() {
        calling.set(false);
        for (Runnable listener : listeners) {
            try {
                listener.run();
            } catch (RuntimeException e) {
                LOG.warn("A listener of the ledger failed", e);
            }
        }
    }

    private void listen() {
        while (closing.getCount() > 0) {
            try (Connection connection = dataSource.getConnection()) {
                try (var statement = connection.createStatement()) {
                    statement.execute("LISTEN " + CHANNEL);
                }
                PGConnection postgres = connection.unwrap(PGConnection.class);
                PGNotification[] heard = {};
                while (closing.getCount() > 0) {
                    // A notification only wakes: the head is read from the table.
                    if (!isKnown(heard)) {
                        advancedTo(OpenLedger.head(connection));
                    }
                    heard = postgres.getNotifications(Math.toIntExact(poll.toMillis()));
                }
            } catch (SQLException e) {
                if (closing.getCount() > 0) {
                    LOG.warn("Cannot listen to the ledger, trying again", e);
                }
                pause();
            }
        }
    }

    /** Whether there are notifications, all about positions that this node wrote or read before. */
    private boolean isKnown(PGNotification @Nullable [] heard) {
        return heard != null
                && heard.length > 0
                && Arrays.stream(heard).allMatch(notification -> position(notification.getParameter()) <= head.get());
    }

    private static long position(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    private void pause() {
        try {
            closing.await(poll.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            closing.countDown();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        // Interrupting a virtual thread closes its socket, which ends the wait for notifications.
        thread.interrupt();
        caller.shutdownNow();
    }
}
