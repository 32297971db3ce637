package org.stele.benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.axonframework.messaging.core.EmptyApplicationContext;
import org.axonframework.messaging.core.Message;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.core.unitofwork.SimpleUnitOfWorkFactory;
import org.axonframework.messaging.eventhandling.EventHandler;
import org.axonframework.messaging.eventhandling.EventHandlerRegistry;
import org.axonframework.messaging.eventhandling.EventHandlingComponent;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.eventhandling.processing.streaming.pooled.PooledStreamingEventProcessorConfiguration;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.inmemory.InMemoryTokenStore;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.stele.events.EventJson;
import org.stele.events.MemberState;
import org.stele.events.NewYork;
import org.stele.events.StateEvent;
import org.stele.events.types.EventTypes;
import org.stele.eventstore.axon.LedgerConverter;
import org.stele.eventstore.axon.LedgerEventStorageEngine;
import org.stele.eventstore.axon.RecordedEvent;
import org.stele.eventstore.read.LedgerReader;
import org.stele.eventstore.read.LedgerSignal;
import org.stele.query.projection.LedgerSource;
import org.stele.statefile.LedgerEvent;
import org.stele.statefile.StateFile;
import org.stele.statefile.StateFileBuilder;

/**
 * A StreamedReplay folds a whole ledger as an Axon application would: its streaming processor passes every event as a
 * message, up to a thousand in a unit of work, in its default number of segments, each State's events in one of them,
 * with tokens in memory.
 */
final class StreamedReplay {

    private static final int BATCH = 1_000;
    private static final int SEGMENTS = 16;

    /** The common prefix of payloads, so that the event's sequence is found at the least cost. */
    private static final String STATE = "{\"memberState\":\"";

    private StreamedReplay() {}

    /** The number of folded events. */
    static long of(DataSource dataSource, long events, int threads) {
        try (HikariDataSource pool = new HikariDataSource();
                LedgerSignal signal = LedgerSignal.start(dataSource, Duration.ofSeconds(1));
                ScheduledExecutorService coordinator = Executors.newSingleThreadScheduledExecutor();
                ScheduledExecutorService workers = Executors.newScheduledThreadPool(threads)) {
            pool.setDataSource(dataSource);
            Component component = new Component(events);
            PooledStreamingEventProcessorConfiguration configuration = new PooledStreamingEventProcessorConfiguration();
            configuration.unitOfWorkFactory(new SimpleUnitOfWorkFactory(EmptyApplicationContext.INSTANCE));
            configuration
                    .eventSource(new LedgerSource(new LedgerEventStorageEngine(new LedgerReader(pool), signal)))
                    .tokenStore(new InMemoryTokenStore())
                    .coordinatorExecutor(coordinator)
                    .workerExecutor(workers)
                    .initialSegmentCount(SEGMENTS)
                    .initialToken(source -> source.firstToken(null))
                    .eventCriteria(_ -> EventCriteria.havingAnyTag())
                    .batchSize(BATCH);
            PooledStreamingEventProcessor processor =
                    new PooledStreamingEventProcessor("replay", List.of(component), configuration);
            processor.start().join();
            boolean hasEnded = component.done.await(1, TimeUnit.HOURS);
            processor.shutdown().join();
            if (!hasEnded || component.files.values().stream().anyMatch(file -> file.held() != null)) {
                throw new IllegalStateException("Not everything was folded: " + component.folded + " events came");
            }
            return component.folded.get();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Receives every event, converts its payload and folds it. */
    private static final class Component implements EventHandlingComponent {

        private final long events;
        private final AtomicLong folded = new AtomicLong();
        private final CountDownLatch done = new CountDownLatch(1);
        private final LedgerConverter converter = new LedgerConverter(EventJson.MAPPER);
        private final Map<QualifiedName, Class<?>> types = new HashMap<>();
        private final Map<MemberState, StateFileBuilder> files = new ConcurrentHashMap<>();

        Component(long events) {
            this.events = events;
            EventTypes.all().forEach(type -> types.put(new QualifiedName(EventTypes.name(type)), type));
        }

        @Override
        public MessageStream.Empty<Message> handle(EventMessage message, ProcessingContext context) {
            RecordedEvent recorded = (RecordedEvent) message;
            Class<?> type = requireNonNull(types.get(message.type().qualifiedName()));
            StateEvent event = (StateEvent) requireNonNull(message.payloadAs(type, converter));
            files.computeIfAbsent(event.memberState(), state -> new StateFileBuilder(StateFile.empty(state)))
                    .apply(new LedgerEvent(recorded.position(), NewYork.dayOf(recorded.recordedAt()), event));
            if (folded.incrementAndGet() == events) {
                done.countDown();
            }
            return MessageStream.empty();
        }

        @Override
        public Set<QualifiedName> supportedEvents() {
            return Set.copyOf(types.keySet());
        }

        @Override
        public boolean supports(QualifiedName name) {
            return types.containsKey(name);
        }

        @Override
        public Object sequenceIdentifierFor(EventMessage event, ProcessingContext context) {
            String start = new String((byte[]) requireNonNull(event.payload()), 0, STATE.length() + 3, US_ASCII);
            if (!start.startsWith(STATE)) {
                throw new IllegalStateException("Expected a payload that begins with its State, got " + start);
            }
            return start;
        }

        @Override
        public EventHandlerRegistry subscribe(QualifiedName name, EventHandler handler) {
            throw new UnsupportedOperationException("Every event goes to one place.");
        }
    }
}
