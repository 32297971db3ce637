package org.stele.query.projection;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.core.EmptyApplicationContext;
import org.axonframework.messaging.core.unitofwork.SimpleUnitOfWorkFactory;
import org.axonframework.messaging.core.unitofwork.TransactionalUnitOfWorkFactory;
import org.axonframework.messaging.eventhandling.processing.streaming.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.eventhandling.processing.streaming.pooled.PooledStreamingEventProcessorConfiguration;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.TokenStore;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.jdbc.JdbcTokenStore;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.jdbc.JdbcTokenStoreConfiguration;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.jdbc.TokenSchema;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;
import org.stele.eventstore.LedgerConverter;
import org.stele.eventstore.LedgerReader;

/**
 * The Axon processor that feeds the projection, started and stopped with the application. It is put together here, beside
 * any other Axon configuration of the same JVM and without touching it.
 */
final class ProjectionProcessor implements SmartLifecycle {

    static final String NAME = "state-file";
    static final int BATCH = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(ProjectionProcessor.class);

    /** How often the watchdog looks; a processor that is behind and has not moved for two looks is started anew. */
    static final Duration WATCH = Duration.ofSeconds(5);

    private final LedgerReader ledger;
    private final StateFileRows rows;
    private final ScheduledExecutorService coordinator = executor("state-file-coordinator");
    private final ScheduledExecutorService worker = executor("state-file-worker");
    private final ScheduledExecutorService watchdog = executor("state-file-watchdog");
    private final PooledStreamingEventProcessor processor;
    private final Duration watchEvery;
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
        PooledStreamingEventProcessorConfiguration configuration = new PooledStreamingEventProcessorConfiguration();
        configuration.unitOfWorkFactory(new TransactionalUnitOfWorkFactory(
                new SpringTransactions(transactions), new SimpleUnitOfWorkFactory(EmptyApplicationContext.INSTANCE)));
        configuration
                .eventSource(new LedgerSource(engine))
                .tokenStore(tokenStore(dataSource))
                .coordinatorExecutor(coordinator)
                .workerExecutor(worker)
                .initialSegmentCount(1)
                // The default is a token that no Jackson 3 mapper can write.
                .initialToken(source -> source.firstToken(null))
                .eventCriteria(_ -> EventCriteria.havingAnyTag())
                .batchSize(BATCH);
        this.processor = new PooledStreamingEventProcessor(
                NAME, List.of(new BatchingComponent(projection::foldTo)), configuration);
    }

    private static TokenStore tokenStore(DataSource dataSource) {
        TransactionAwareDataSourceProxy inTransaction = new TransactionAwareDataSourceProxy(dataSource);
        TokenSchema schema =
                TokenSchema.builder().setTokenTable("query.token_entry").build();
        return new JdbcTokenStore(
                inTransaction::getConnection,
                new LedgerConverter(),
                JdbcTokenStoreConfiguration.DEFAULT.schema(schema));
    }

    @Override
    public void start() {
        processor.start().join();
        watchdog.scheduleWithFixedDelay(
                this::watch, watchEvery.toMillis(), watchEvery.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Restarts a processor that is behind the ledger and does not move, whatever it says of itself: its segment can be lost
     * for good (AxonFramework #4048, #4077).
     */
    private void watch() {
        try {
            long position = rows.progress().position();
            boolean behind = position < ledger.head();
            if (behind && position == positionBefore) {
                LOG.warn("The projection stays at position {}; its processor is started anew", position);
                positionBefore = -1;
                processor.shutdown().join();
                processor.start().join();
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
        processor.shutdown().join();
        worker.shutdown();
        coordinator.shutdown();
    }

    @Override
    public boolean isRunning() {
        return processor.isRunning();
    }

    private static ScheduledExecutorService executor(String name) {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
    }
}
