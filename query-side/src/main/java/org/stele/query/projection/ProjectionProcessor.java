package org.stele.query.projection;

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
    private static final int WATCH_SECONDS = 5;

    private final LedgerReader ledger;
    private final StateFileRows rows;
    private final ScheduledExecutorService coordinator = executor("state-file-coordinator");
    private final ScheduledExecutorService worker = executor("state-file-worker");
    private final ScheduledExecutorService watchdog = executor("state-file-watchdog");
    private final PooledStreamingEventProcessor processor;
    private boolean wasStuck;

    ProjectionProcessor(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            EventStorageEngine engine,
            LedgerReader ledger,
            StateFileRows rows) {
        this.ledger = ledger;
        this.rows = rows;
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
        StateFileProjection projection = new StateFileProjection(rows);
        this.processor = new PooledStreamingEventProcessor(
                NAME, List.of(new BatchingComponent(projection::fold)), configuration);
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
        watchdog.scheduleWithFixedDelay(this::watch, WATCH_SECONDS, WATCH_SECONDS, TimeUnit.SECONDS);
    }

    /** Restarts a processor that has lost its segment and does not come back (AxonFramework #4048, #4077). */
    private void watch() {
        try {
            boolean stuck =
                    processor.processingStatus().isEmpty() && rows.progress().position() < ledger.head();
            if (stuck && wasStuck) {
                LOG.warn("The projection does not follow the ledger; its processor is started anew");
                processor.shutdown().join();
                processor.start().join();
            }
            wasStuck = stuck;
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
