package org.stele.standalone.postgres;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stele.standalone.postgres.DatabaseState.Phase;
import org.stele.standalone.postgres.PostgresCluster.Running;

/**
 * A PostgresWatch restarts a server that has ended, on its former port. The pause grows with each failed try; after
 * many in a row it gives up, unless the disk is full: then it tries until there is space.
 */
final class PostgresWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresWatch.class);
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    /** A server that ends sooner than this after a start counts as a failed start. */
    private static final Duration STEADY = Duration.ofSeconds(60);

    private static final int MAX_TRIES = 60;

    /** What must hold before a server is used. */
    @FunctionalInterface
    interface Check {
        void require() throws SQLException;
    }

    private final PostgresCluster cluster;
    private final Check check;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private volatile DatabaseState state = DatabaseState.RUNNING;
    private Running running;

    private PostgresWatch(PostgresCluster cluster, Running running, Check check) {
        this.cluster = cluster;
        this.running = running;
        this.check = check;
        this.thread = Thread.ofPlatform().daemon().name("postgresql-watch").unstarted(this::watch);
    }

    static PostgresWatch start(PostgresCluster cluster, Running running, Check check) {
        PostgresWatch watch = new PostgresWatch(cluster, running, check);
        watch.thread.start();
        return watch;
    }

    DatabaseState state() {
        return state;
    }

    private void watch() {
        int tries = 0;
        long startedAt = System.nanoTime();
        while (!isClosed(LOOK) && state.phase() != Phase.GIVEN_UP) {
            if (!running.isAlive()) {
                boolean wasSteady = System.nanoTime() - startedAt > STEADY.toNanos();
                tries = bringBack(wasSteady ? 0 : tries);
                startedAt = System.nanoTime();
            }
        }
    }

    /**
     * Tries until the server runs, is given up, or is no longer wanted; returns the number of tries, including earlier
     * ones.
     */
    private int bringBack(int before) {
        String reason = cluster.lastComplaint();
        state = DatabaseState.restarting(before, reason);
        LOG.error(
                "PostgreSQL has died and is started again; until then requests are answered with 503. It said last: {}",
                reason.isEmpty() ? "nothing" : reason);
        int tries = before;
        while (!isClosed(pauseBefore(tries))) {
            tries++;
            if (isBack(tries)) {
                LOG.warn("PostgreSQL is back, on port {}", running.port());
                state = DatabaseState.RUNNING;
                break;
            }
            if (tries >= MAX_TRIES && !cluster.isDiskFull()) {
                state = DatabaseState.givenUp(tries, state.reason());
                LOG.error("PostgreSQL did not start in {} tries and is given up: {}", tries, state.reason());
                break;
            }
        }
        return tries;
    }

    private boolean isBack(int tries) {
        try {
            running = cluster.startOn(running.port());
            check.require();
            return true;
        } catch (IOException | SQLException e) {
            String full = cluster.isDiskFull() ? "The disk is full: make room on it. " : "";
            state = DatabaseState.restarting(tries, full + e.getMessage());
            return false;
        }
    }

    private static Duration pauseBefore(int tries) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(tries, 10));
        return tries == 0 ? Duration.ZERO : pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private boolean isClosed(Duration pause) {
        try {
            return closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    /** Starts nothing more, and waits for a start in progress. */
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
