package org.stele.command.custody.confirmredaction;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.stele.eventstore.damage.Redactions;

/**
 * Removes every body whose removal is on record: at once when it is confirmed, and soon after a start that finds one left. Safe for all
 * threads.
 */
final class BodyRemover implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(BodyRemover.class);
    private static final Duration POLL = Duration.ofSeconds(10);

    private final Redactions redactions;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = Thread.ofVirtual().name("body-remover").unstarted(this::run);
    private @Nullable String lastFailure;

    BodyRemover(Redactions redactions) {
        this.redactions = redactions;
    }

    synchronized void carryOut() {
        redactions.carryOut().forEach(position -> LOG.info("The body of event {} is removed by order", position));
    }

    private void run() {
        try {
            do {
                step();
            } while (!stopping.await(POLL.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            LOG.debug("The remover was interrupted", e);
        }
    }

    private void step() {
        try {
            carryOut();
            lastFailure = null;
        } catch (RuntimeException e) {
            String failure = String.valueOf(e.getMessage());
            if (!failure.equals(lastFailure)) {
                LOG.warn("Bodies cannot be removed now, trying again: {}", failure);
            }
            lastFailure = failure;
        }
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
