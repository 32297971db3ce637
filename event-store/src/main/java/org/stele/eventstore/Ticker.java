package org.stele.eventstore;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A Ticker tells how much time has passed, and lets some pass. */
interface Ticker {

    /** Of the machine. */
    Ticker SYSTEM = new Ticker() {
        @Override
        public long nanoTime() {
            return System.nanoTime();
        }

        @Override
        public void pause(Duration duration) {
            LockSupport.parkNanos(duration.toNanos());
        }
    };

    long nanoTime();

    void pause(Duration duration);
}
