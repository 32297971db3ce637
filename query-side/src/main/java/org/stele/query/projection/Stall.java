package org.stele.query.projection;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Tells a processor that is lost from one that is slow. One is lost when for some time it began no batch and moved nowhere while
 * the ledger went on without it; one that works, however long a batch takes, is not. On a ledger that stands still the lag cannot
 * grow, and four times as long is waited. Not safe for several threads.
 */
final class Stall {

    private static final int STANDING_STILL = 4;

    private final Duration patience;
    private @Nullable Look since;

    /**
     * What is seen at one look.
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

    Stall(Duration patience) {
        this.patience = patience;
    }

    /** Whether the processor is lost, as far as this look and those before it tell. */
    boolean isLost(Look now) {
        if (since == null || !since.isSameStand(now)) {
            since = now;
            return false;
        }
        if (!now.isBehind()) {
            // It waits for the next event, which is no reason to count time.
            since = now;
            return false;
        }
        Duration stood = Duration.between(since.at(), now.at());
        Duration allowed = now.head() > since.head() ? patience : patience.multipliedBy(STANDING_STILL);
        return stood.compareTo(allowed) >= 0;
    }

    /** Begins to count anew. */
    void reset() {
        since = null;
    }
}
