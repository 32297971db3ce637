package org.stele.query.projection;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Distinguishes a processor that is lost from a slow one. It is lost when for some time it began no batch and did not
 * advance while the ledger grew; one that works, however long a batch takes, is not. On a ledger that does not grow,
 * the timeout is four times as long. Not safe for several threads.
 */
final class Stall {

    private static final int STANDING_STILL = 4;

    private final Duration timeout;
    private @Nullable Look since;

    /**
     * One observation.
     *
     * @param batches how many the processor has begun, folded or not
     */
    record Look(Instant at, long position, long head, long batches) {

        private boolean isBehind() {
            return position < head;
        }

        private boolean isSameStand(Look later) {
            return position == later.position && batches == later.batches;
        }
    }

    Stall(Duration timeout) {
        this.timeout = timeout;
    }

    /** Whether the processor is lost, according to this observation and the earlier ones. */
    boolean isLost(Look now) {
        if (since == null || !since.isSameStand(now)) {
            since = now;
            return false;
        }
        if (!now.isBehind()) {
            // It waits for the next event: the time does not count.
            since = now;
            return false;
        }
        Duration stood = Duration.between(since.at(), now.at());
        Duration allowed = now.head() > since.head() ? timeout : timeout.multipliedBy(STANDING_STILL);
        return stood.compareTo(allowed) >= 0;
    }

    /** Starts to measure again. */
    void reset() {
        since = null;
    }
}
