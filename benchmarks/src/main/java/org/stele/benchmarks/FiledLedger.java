package org.stele.benchmarks;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventsourcing.eventstore.AnnotationBasedTagResolver;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine.AppendTransaction;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventhandling.conversion.DelegatingEventConverter;
import org.stele.events.EventJson;
import org.stele.events.MemberState;
import org.stele.events.StateEvent;
import org.stele.events.types.EventTypes;
import org.stele.eventstore.append.Sequencer;
import org.stele.eventstore.append.postgres.PostgresStore;
import org.stele.eventstore.axon.LedgerConverter;
import org.stele.eventstore.axon.LedgerEventStorageEngine;
import org.stele.eventstore.read.LedgerReader;
import org.stele.eventstore.read.LedgerSignal;

/** A FiledLedger fills an empty ledger with what States file, through the engine itself. */
final class FiledLedger {

    /** The State with a fixed share. */
    static final MemberState LARGE = MemberState.RUS;

    /** The share of all events that is about it. */
    static final double LARGE_SHARE = 0.045;

    private static final int EVENTS_A_COMMAND = 1_000;
    private static final int COMMANDS_UNDER_WAY = 8;

    private final AnnotationBasedTagResolver tags = new AnnotationBasedTagResolver();
    private final LedgerEventStorageEngine engine;

    private FiledLedger(LedgerEventStorageEngine engine) {
        this.engine = engine;
    }

    /** Appends some number of events, about 5 in 100 of them about one State. */
    static void fill(LedgerDatabase database, long events, long seed) throws SQLException {
        LedgerReader reader = new LedgerReader(database.query());
        try (LedgerSignal signal = LedgerSignal.start(database.query(), Duration.ofSeconds(5));
                Sequencer sequencer = PostgresStore.sequencer(database.command(), signal, LedgerDatabase.STATE_TAG)) {
            FiledLedger ledger = new FiledLedger(new LedgerEventStorageEngine(
                    reader, signal, sequencer, new DelegatingEventConverter(new LedgerConverter(EventJson.MAPPER))));
            ledger.append(new StateFilings(seed, LARGE, LARGE_SHARE), events);
        }
        if (reader.head() != events) {
            throw new IllegalStateException("Expected " + events + " events, and the head is " + reader.head());
        }
        database.execute("VACUUM ANALYZE ledger.event");
        database.execute("VACUUM ANALYZE ledger.event_tag");
    }

    private void append(StateFilings filings, long events) {
        Queue<CompletableFuture<?>> underWay = new ArrayDeque<>();
        for (long appended = 0; appended < events; appended += EVENTS_A_COMMAND) {
            int count = (int) Math.min(EVENTS_A_COMMAND, events - appended);
            List<TaggedEventMessage<?>> command = filings.next(count).stream()
                    .<TaggedEventMessage<?>>map(this::tagged)
                    .toList();
            underWay.add(
                    engine.appendEvents(AppendCondition.none(), null, command).thenCompose(FiledLedger::commit));
            if (underWay.size() == COMMANDS_UNDER_WAY) {
                underWay.remove().join();
            }
        }
        underWay.forEach(CompletableFuture::join);
    }

    private static CompletableFuture<?> commit(AppendTransaction<?> transaction) {
        return transaction.commit(null);
    }

    private TaggedEventMessage<EventMessage> tagged(StateEvent event) {
        MessageType type = new MessageType(
                new QualifiedName(EventTypes.name(event.getClass())), EventTypes.version(event.getClass()));
        EventMessage message = new GenericEventMessage(type, event);
        return new GenericTaggedEventMessage<>(message, tags.resolve(message));
    }
}
