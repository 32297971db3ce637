package org.stele.query.projection;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.PlatformTransactionManager;
import org.stele.eventstore.LedgerReader;

/**
 * What feeds the projection, started and stopped with the application: an Axon processor, and a watchdog that puts another
 * one in its place when it does not follow. It is put together here, beside any other Axon configuration of the same JVM and
 * without touching it.
 */
final class ProjectionProcessor implements SmartLifecycle {

    /** How often the watchdog looks; a processor that is behind and has not moved for two looks is replaced. */
    static final Duration WATCH = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(ProjectionProcessor.class);

    private final LedgerReader ledger;
    private final StateFileRows rows;
    private final Duration watchEvery;
    private final Supplier<RunningProcessor> processors;
    private final ScheduledExecutorService watchdog = RunningProcessor.executor("state-file-watchdog");
    private volatile RunningProcessor processor;
    private long positionBefore = -1;

    ProjectionProcessor(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            EventStorageEngine engine,
            LedgerReader ledger,
            StateFileRows rows,
            StateFileProjection projection,
            Duration watchEvery) {
        this.ledger = ledger;
        this.rows = rows;
        this.watchEvery = watchEvery;
        this.processors =
                () -> new RunningProcessor(StateFileRows.NAME, dataSource, transactions, engine, projection::foldTo);
        this.processor = processors.get();
    }

    @Override
    public void start() {
        processor.start();
        watchdog.scheduleWithFixedDelay(
                this::watch, watchEvery.toMillis(), watchEvery.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Replaces a processor that is behind the ledger and does not move, whatever it says of itself: its segment can be lost
     * for good (AxonFramework #4048, #4077).
     */
    private void watch() {
        try {
            long position = rows.progress().position();
            boolean behind = position < ledger.head();
            if (behind && position == positionBefore) {
                LOG.warn("The projection stays at position {}; its processor is replaced", position);
                positionBefore = -1;
                processor.stop();
                processor = processors.get();
                processor.start();
            } else {
                positionBefore = behind ? position : -1;
            }
        } catch (RuntimeException e) {
            LOG.warn("The projection could not be watched; it is tried again", e);
        }
    }

    @Override
    public void stop() {
        watchdog.shutdownNow();
        processor.stop();
    }

    /** What was stopped is not started again: the threads of a processor end with it. */
    @Override
    public boolean isPauseable() {
        return false;
    }

    @Override
    public boolean isRunning() {
        return processor.isRunning();
    }
}
