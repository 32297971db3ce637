package org.stele.command.custody.shredsubjectkey;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.stele.command.reading.RecordedPayload;
import org.stele.events.Tags;
import org.stele.events.custody.CustodyMatter;
import org.stele.events.custody.SubjectKeyShredded;
import org.stele.eventstore.event.Selection;
import org.stele.eventstore.event.StoredEvent;
import org.stele.eventstore.read.LedgerReader;
import org.stele.keys.SubjectKeys;

/**
 * Carries out every shredding that is on record: at once when it is asked for, soon where another node recorded it, and all of them at
 * each start and every hour, so that a copy of the store that came back from a backup loses the keys again. Safe for all threads.
 */
final class Shreddings implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Shreddings.class);
    private static final Selection RECORDED = Selection.tag(Tags.CUSTODY + "=" + CustodyMatter.SHREDDING);
    private static final int PAGE = 1_000;
    private static final Duration POLL = Duration.ofSeconds(5);
    private static final int POLLS_AN_HOUR = 720;

    private final LedgerReader ledger;
    private final SubjectKeys keys;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = Thread.ofVirtual().name("shreddings").unstarted(this::run);
    private long doneUpTo;
    private @Nullable String lastFailure;

    Shreddings(LedgerReader ledger, SubjectKeys keys) {
        this.ledger = ledger;
        this.keys = keys;
    }

    /** Destroys the key of every shredding that was recorded since the last call. */
    synchronized void carryOut() {
        long head = ledger.head();
        List<StoredEvent> page;
        do {
            page = ledger.read(RECORDED, doneUpTo, head, PAGE);
            for (StoredEvent stored : page) {
                carryOut(stored);
                doneUpTo = stored.position();
            }
        } while (page.size() == PAGE);
    }

    /** An event that is not as it was recorded orders nothing. */
    private void carryOut(StoredEvent stored) {
        if (stored.isIntact()
                && RecordedPayload.of(stored) instanceof SubjectKeyShredded shredded
                && keys.destroy(shredded.key())) {
            LOG.info("The key that event {} names is destroyed", stored.position());
        }
    }

    private synchronized void beginAnew() {
        doneUpTo = 0;
    }

    private void run() {
        try {
            for (int polls = 1; step(); polls++) {
                if (polls % POLLS_AN_HOUR == 0) {
                    beginAnew();
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("The shreddings were interrupted", e);
        }
    }

    /** Whether there is a next step. */
    private boolean step() throws InterruptedException {
        try {
            carryOut();
            lastFailure = null;
        } catch (RuntimeException e) {
            String failure = String.valueOf(e.getMessage());
            if (!failure.equals(lastFailure)) {
                LOG.warn("Keys that are shredded cannot be destroyed now, trying again: {}", failure);
            }
            lastFailure = failure;
        }
        return !stopping.await(POLL.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void start() {
        thread.start();
    }

    @Override
    public void stop() {
        stopping.countDown();
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread.isAlive();
    }

    /** A thread is started once. */
    @Override
    public boolean isPauseable() {
        return false;
    }
}
