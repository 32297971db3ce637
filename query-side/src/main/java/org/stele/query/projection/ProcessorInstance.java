package org.stele.query.projection;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.core.EmptyApplicationContext;
import org.axonframework.messaging.core.unitofwork.SimpleUnitOfWorkFactory;
import org.axonframework.messaging.core.unitofwork.TransactionalUnitOfWorkFactory;
import org.axonframework.messaging.eventhandling.processing.streaming.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.eventhandling.processing.streaming.pooled.PooledStreamingEventProcessorConfiguration;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.TokenStore;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.jdbc.JdbcTokenStore;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.jdbc.JdbcTokenStoreConfiguration;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.jdbc.TokenSchema;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;
import org.stele.eventstore.axon.LedgerConverter;

/**
 * One Axon processor with its own threads. Its coordinator can wait forever for an answer of the database, and then it
 * cannot even be shut down: it is abandoned with its threads, and another instance replaces it.
 */
final class ProcessorInstance {

    static final int BATCH = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(ProcessorInstance.class);
    private static final Duration MAX_WAIT = Duration.ofSeconds(10);

    private final ScheduledExecutorService coordinator = executor("state-file-coordinator");
    private final ScheduledExecutorService worker = executor("state-file-worker");
    private final PooledStreamingEventProcessor processor;
    private boolean isStopped;

    ProcessorInstance(
            String name,
            DataSource dataSource,
            PlatformTransactionManager transactions,
            EventStorageEngine engine,
            LongConsumer foldTo,
            LongSupplier begin) {
        PooledStreamingEventProcessorConfiguration configuration = new PooledStreamingEventProcessorConfiguration();
        configuration.unitOfWorkFactory(new TransactionalUnitOfWorkFactory(
                new SpringTransactions(transactions), new SimpleUnitOfWorkFactory(EmptyApplicationContext.INSTANCE)));
        configuration
                .eventSource(new LedgerSource(engine))
                .tokenStore(tokenStore(dataSource))
                .coordinatorExecutor(coordinator)
                .workerExecutor(worker)
                .initialSegmentCount(1)
                // Axon's default is a token that no Jackson 3 mapper can write. Events that are folded already are not
                // read again.
                .initialToken(
                        _ -> CompletableFuture.completedFuture(new GlobalSequenceTrackingToken(begin.getAsLong())))
                .eventCriteria(_ -> EventCriteria.havingAnyTag())
                .batchSize(BATCH);
        this.processor =
                new PooledStreamingEventProcessor(name, List.of(new BatchPositionHandler(foldTo)), configuration);
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

    void start() {
        await(processor.start());
    }

    /** Stops it, or abandons it; only the first call has an effect. */
    synchronized void stop() {
        if (isStopped) {
            return;
        }
        isStopped = true;
        try {
            await(processor.shutdown());
        } catch (CompletionException e) {
            LOG.warn("A processor of the projection does not stop and is left behind", e);
        }
        worker.shutdownNow();
        coordinator.shutdownNow();
    }

    boolean isRunning() {
        return processor.isRunning();
    }

    private static void await(CompletableFuture<Void> done) {
        done.copy().orTimeout(MAX_WAIT.toMillis(), TimeUnit.MILLISECONDS).join();
    }

    static ScheduledExecutorService executor(String name) {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
    }
}
