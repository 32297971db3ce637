package org.stele.web.body;

import java.time.Duration;
import java.util.Locale;

/**
 * The minimum rate at which a body must arrive.
 *
 * @param whole the time within which all of it must arrive
 * @param window a time within which some of it must arrive
 * @param bytesInWindow how many bytes that is
 */
public record Pace(Duration whole, Duration window, long bytesInWindow) {

    /** A limit for the whole body only. */
    public static Pace within(Duration whole) {
        return new Pace(whole, whole, 0);
    }

    Watch start(long nanos) {
        return new Watch(nanos);
    }

    /** One arriving body. */
    final class Watch {

        private final long started;
        private long windowStarted;
        private long bytes;

        private Watch(long nanos) {
            started = nanos;
            windowStarted = nanos;
        }

        /** Whether the body still arrives fast enough, after these further bytes. */
        boolean isKept(long more, long nanos) {
            bytes += more;
            if (nanos - windowStarted >= window.toNanos()) {
                if (bytes < bytesInWindow) {
                    return false;
                }
                windowStarted = nanos;
                bytes = 0;
            }
            return nanos - started < whole.toNanos();
        }
    }

    String inWords() {
        String all = "all of it within " + whole.toSeconds() + " seconds";
        return bytesInWindow == 0
                ? all
                : String.format(
                        Locale.ROOT,
                        "at least %,d bytes every %d seconds, and %s",
                        bytesInWindow,
                        window.toSeconds(),
                        all);
    }
}
