package org.stele.eventstore.guard;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A Ticker tells how much time has passed, and lets some pass. */
public interface Time {

    /** Where Linux tells for how many seconds it has been up. */
    Path UPTIME = Path.of("/proc/uptime");

    /** Of the machine. */
    Time SYSTEM = new Time() {
        @Override
        public long nanoTime() {
            return System.nanoTime();
        }

        @Override
        public long uptimeNanos() {
            try {
                String seconds = Files.readString(UPTIME).split(" ", 2)[0];
                return new BigDecimal(seconds).movePointRight(9).longValue();
            } catch (IOException e) {
                return nanoTime();
            }
        }

        @Override
        public void pause(Duration duration) {
            LockSupport.parkNanos(duration.toNanos());
        }
    };

    long nanoTime();

    /** The same, but it goes on also while the machine sleeps, where that can be told. */
    default long uptimeNanos() {
        return nanoTime();
    }

    void pause(Duration duration);
}
