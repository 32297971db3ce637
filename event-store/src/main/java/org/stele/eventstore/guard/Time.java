package org.stele.eventstore.guard;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A Time measures elapsed time and pauses. */
public interface Time {

    /** The file in which Linux gives the seconds since its start. */
    Path UPTIME = Path.of("/proc/uptime");

    /** The time of this machine. */
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

    /** The same, but including time that the machine slept, where that is known. */
    default long uptimeNanos() {
        return nanoTime();
    }

    void pause(Duration duration);
}
