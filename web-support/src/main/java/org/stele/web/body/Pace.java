package org.stele.web.body;

import java.time.Duration;
import java.util.Locale;

/**
 * How fast a body has to come.
 *
 * @param whole the time in which all of it must be here
 * @param window a time in which it must go on
 * @param bytesInWindow how many bytes that is
 */
public record Pace(Duration whole, Duration window, long bytesInWindow) {

    /** Nothing but the whole is asked for. */
    public static Pace within(Duration whole) {
        return new Pace(whole, whole, 0);
    }

    Watch start(long nanos) {
        return new Watch(nanos);
    }

    /** One body that is coming. */
    final class Watch {

        private final long started;
        private long windowStarted;
        private long bytes;

        private Watch(long nanos) {
            started = nanos;
            windowStarted = nanos;
        }

        /** Says whether the body still comes fast enough, now that more of it came. */
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
