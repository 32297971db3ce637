package org.stele.eventstore.audit;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** An AuditPace spreads the reading of a pass over the time allowed for it. Used by one thread. */
final class AuditPace {

    /** The lowest rate, so that a small ledger is read within seconds: about a twentieth of one processor. */
    static final long LEAST_EVENTS_A_SECOND = 5_000;

    private final Duration longestPass;
    private final CountDownLatch closing;
    private double nanosAnEvent;
    private long startNanos;

    AuditPace(Duration longestPass, CountDownLatch closing) {
        this.longestPass = longestPass;
        this.closing = closing;
    }

    /** Begins a pass over this many events. */
    void begin(long events) {
        double rate = Math.max(LEAST_EVENTS_A_SECOND, events / Math.max(1.0, longestPass.toSeconds()));
        nanosAnEvent = TimeUnit.SECONDS.toNanos(1) / rate;
        startNanos = System.nanoTime();
    }

    /** Begins a pass at full speed. */
    void beginInHaste() {
        nanosAnEvent = 0;
        startNanos = System.nanoTime();
    }

    /** Waits until this many events may have been read. */
    void after(long events) {
        pause(Duration.ofNanos((long) (events * nanosAnEvent) - (System.nanoTime() - startNanos)));
    }

    /** Waits, unless the audit is being closed. */
    void pause(Duration duration) {
        try {
            if (duration.isPositive() && closing.await(duration.toNanos(), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            closing.countDown();
        }
    }

    boolean isClosing() {
        return closing.getCount() == 0;
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }
}
