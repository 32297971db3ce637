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
 * A PostgresWatch starts a server again that has died, on the port that it had. Each try that fails makes the pause before
 * the next one longer; after many in a row it gives up, unless the disk is full: then it tries for as long as it is.
 */
final class PostgresWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresWatch.class);
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    /** A server that dies sooner than this after a start counts as one that did not start. */
    private static final Duration STEADY = Duration.ofSeconds(60);

    private static final int MAX_TRIES = 60;

    /** What must be true of a server before it serves. */
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

    /** Tries until the server is back, given up, or wanted no more; returns the tries that it took, with those before. */
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

    /** Starts nothing more, and waits for a start that may be under way. */
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
