package org.stele.web.limit;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Places for requests that occupy much while they are answered. Further requests wait for a while. Safe for all threads. */
public final class Places {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Semaphore free;

    public Places(int most) {
        free = new Semaphore(most, true);
    }

    /** Whether a place became free in time; then it is to be left. */
    public boolean tryEnter() {
        try {
            return free.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    public void leave() {
        free.release();
    }
}
