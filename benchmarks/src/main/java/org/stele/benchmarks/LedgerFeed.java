package org.stele.benchmarks;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine.AppendTransaction;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventhandling.conversion.DelegatingEventConverter;
import org.stele.command.axon.DeclaredTags;
import org.stele.events.EventJson;
import org.stele.events.types.EventTypes;
import org.stele.eventstore.append.Sequencer;
import org.stele.eventstore.append.postgres.PostgresStore;
import org.stele.eventstore.axon.LedgerConverter;
import org.stele.eventstore.axon.LedgerEventStorageEngine;
import org.stele.eventstore.read.LedgerReader;
import org.stele.eventstore.read.LedgerSignal;

/** A LedgerFeed appends events through the engine as it is, without commands that decide on them. */
final class LedgerFeed implements AutoCloseable {

    private static final int APPENDS_UNDER_WAY = 8;

    private final LedgerReader reader;
    private final LedgerSignal signal;
    private final Sequencer sequencer;
    private final LedgerEventStorageEngine engine;

    private LedgerFeed(LedgerReader reader, LedgerSignal signal, Sequencer sequencer) {
        this.reader = reader;
        this.signal = signal;
        this.sequencer = sequencer;
        this.engine = new LedgerEventStorageEngine(
                reader, signal, sequencer, new DelegatingEventConverter(new LedgerConverter(EventJson.MAPPER)));
    }

    static LedgerFeed open(LedgerDatabase database) {
        LedgerSignal signal = LedgerSignal.start(database.projection(), Duration.ofSeconds(5));
        return new LedgerFeed(
                database.reader(),
                signal,
                PostgresStore.sequencer(database.command(), signal, LedgerDatabase.STATE_TAG));
    }

    /** Each list in one append; the position of the last event once all are durable. */
    long append(Iterator<? extends List<?>> appends) {
        Queue<CompletableFuture<?>> underWay = new ArrayDeque<>();
        while (appends.hasNext()) {
            List<TaggedEventMessage<?>> events = appends.next().stream()
                    .<TaggedEventMessage<?>>map(LedgerFeed::tagged)
                    .toList();
            underWay.add(
                    engine.appendEvents(AppendCondition.none(), null, events).thenCompose(LedgerFeed::commit));
            if (underWay.size() == APPENDS_UNDER_WAY) {
                underWay.remove().join();
            }
        }
        underWay.forEach(CompletableFuture::join);
        return reader.head();
    }

    private static CompletableFuture<?> commit(AppendTransaction<?> transaction) {
        return transaction.commit(null);
    }

    private static TaggedEventMessage<EventMessage> tagged(Object event) {
        MessageType type = new MessageType(
                new QualifiedName(EventTypes.name(event.getClass())), EventTypes.version(event.getClass()));
        return new GenericTaggedEventMessage<>(new GenericEventMessage(type, event), DeclaredTags.of(event));
    }

    /** What a ledger that grew over months has: statistics, and rows that are known to be visible. */
    static void settle(LedgerDatabase database) throws SQLException {
        database.execute("VACUUM ANALYZE ledger.event");
        database.execute("VACUUM ANALYZE ledger.index_run");
    }

    @Override
    public void close() {
        sequencer.close();
        signal.close();
    }
}
