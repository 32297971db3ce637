package org.stele.query.projection;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.NonTransientDataAccessException;
import org.stele.query.projection.rows.ViewsNotTrusted;

/**
 * Reads every row of the stored files repeatedly and compares each with its seal, and all rows of a State with its sum.
 * It uses one twentieth of the time, and runs every ten seconds when there is little to read. It changes nothing.
 */
final class ViewAudit implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ViewAudit.class);
    private static final Duration LEAST_PAUSE = Duration.ofSeconds(10);
    private static final int PAUSE_BY_WORK = 19;

    private final SealCheck seals;
    private final Runnable forget;
    private final Snapshots snapshots;
    private final Findings findings;
    private final ScheduledExecutorService auditor = ProcessorInstance.executor("view-audit");
    private final AtomicLong passes = new AtomicLong();
    private volatile boolean isRunning;

    ViewAudit(SealCheck seals, Runnable forget, Snapshots snapshots, Findings findings) {
        this.seals = seals;
        this.forget = forget;
        this.snapshots = snapshots;
        this.findings = findings;
    }

    /** The findings in words; empty where everything is as the projection wrote it. */
    List<String> pass() {
        List<String> wrong = found();
        if (!wrong.isEmpty() && !wrong.equals(findings.of(Findings.By.AUDIT))) {
            LOG.error("Stored views are not what the projection wrote: {}", wrong);
        }
        findings.replace(Findings.By.AUDIT, wrong);
        if (wrong.isEmpty() && !findings.ofReaders().isEmpty()) {
            forget.run(); // What was wrong when it was read is right now.
            findings.clearReaders();
        }
        passes.incrementAndGet();
        return wrong;
    }

    /** The number of completed passes. */
    long passes() {
        return passes.get();
    }

    private List<String> found() {
        try {
            return snapshots.read(seals::look);
        } catch (ViewsNotTrusted e) {
            return List.of(String.valueOf(e.getMessage()));
        } catch (NonTransientDataAccessException e) {
            return List.of("The tables of schema query cannot be read: " + e.getMessage());
        }
    }

    @Override
    public void start() {
        isRunning = true;
        auditor.schedule(this::passAndPause, 0, TimeUnit.MILLISECONDS);
    }

    private void passAndPause() {
        long before = System.nanoTime();
        try {
            pass();
        } catch (RuntimeException e) {
            LOG.warn("Stored views could not be read to their end; it is tried again", e);
        }
        long pause = Math.max(LEAST_PAUSE.toNanos(), PAUSE_BY_WORK * (System.nanoTime() - before));
        if (isRunning) {
            auditor.schedule(this::passAndPause, pause, TimeUnit.NANOSECONDS);
        }
    }

    @Override
    public void stop() {
        isRunning = false;
        auditor.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }

    @Override
    public boolean isPauseable() {
        return false;
    }
}
