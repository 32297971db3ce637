package org.stele.query.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventsourcing.eventstore.AnnotationBasedTagResolver;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.TagResolver;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventhandling.conversion.DelegatingEventConverter;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;
import org.stele.events.EventJson;
import org.stele.events.MemberState;
import org.stele.events.NewYork;
import org.stele.events.Tags;
import org.stele.events.types.EventTypes;
import org.stele.eventstore.TestDatabase;
import org.stele.eventstore.append.Sequencer;
import org.stele.eventstore.append.postgres.PostgresStore;
import org.stele.eventstore.axon.LedgerConverter;
import org.stele.eventstore.axon.LedgerEventStorageEngine;
import org.stele.eventstore.axon.RecordedEvent;
import org.stele.eventstore.event.StateTag;
import org.stele.eventstore.read.LedgerReader;
import org.stele.eventstore.read.LedgerSignal;
import org.stele.eventstore.read.OpenLedger;
import org.stele.statefile.filed.Filed;
import org.stele.statefile.filed.StateFiles;

/** A ledger on a real PostgreSQL, with a sequencer to append to it. */
public final class TestLedger implements AutoCloseable {

    private final TestDatabase database = TestDatabase.create();
    private final LedgerReader reader = new LedgerReader(database.projection());
    private final LedgerSignal signal = LedgerSignal.start(database.projection(), Duration.ofSeconds(1));
    private final Sequencer sequencer =
            PostgresStore.sequencer(database.command(), signal, new StateTag("memberState"));
    private final EventStorageEngine engine = new LedgerEventStorageEngine(
            reader, signal, sequencer, new DelegatingEventConverter(new LedgerConverter(EventJson.MAPPER)));
    private final TagResolver tags = new AnnotationBasedTagResolver();

    public TestDatabase database() {
        return database;
    }

    /** What is open to everybody. */
    public OpenLedger open() {
        return reader.open();
    }

    public LedgerReader reader() {
        return reader;
    }

    public EventStorageEngine engine() {
        return engine;
    }

    /** Records what States really filed, all today. */
    public void appendTables() {
        append(Filed.in(StateFiles.tables(), today()));
    }

    public LocalDate today() {
        return NewYork.dayOf(Instant.now());
    }

    /** The head after the events were recorded, in one transaction. */
    public long append(List<?> events) {
        List<TaggedEventMessage<?>> tagged =
                events.stream().<TaggedEventMessage<?>>map(this::tagged).toList();
        engine.appendEvents(AppendCondition.none(), null, tagged)
                .join()
                .commit(null)
                .join();
        return reader.head();
    }

    /** Records an event of a type that no program knows, about a State or about none; its position. */
    public long appendUnknown(String type, @Nullable MemberState state) {
        return appendStored(type, "1", Map.of("said", "something"), state);
    }

    /**
     * Records an event of a type in any version, about a State or about none; its position.
     *
     * @param payload what becomes the payload's JSON
     */
    public long appendStored(String type, String version, Object payload, @Nullable MemberState state) {
        EventMessage message = new GenericEventMessage(new MessageType(new QualifiedName(type), version), payload);
        Set<Tag> about = state == null ? Set.of() : Set.of(new Tag(Tags.MEMBER_STATE, state.iso3()));
        engine.appendEvents(AppendCondition.none(), null, List.of(new GenericTaggedEventMessage<>(message, about)))
                .join()
                .commit(null)
                .join();
        return reader.head();
    }

    /** The events up to a position, as a processor gets them. */
    public List<RecordedEvent> recorded(long upTo) {
        List<RecordedEvent> events = new ArrayList<>();
        MessageStream<EventMessage> stream =
                engine.stream(StreamingCondition.startingFrom(new GlobalSequenceTrackingToken(0)), null);
        while (events.size() < upTo) {
            stream.next().ifPresent(entry -> events.add((RecordedEvent) entry.message()));
        }
        stream.close();
        return events;
    }

    private TaggedEventMessage<EventMessage> tagged(Object event) {
        MessageType type = new MessageType(
                new QualifiedName(EventTypes.name(event.getClass())), EventTypes.version(event.getClass()));
        EventMessage message = new GenericEventMessage(type, event);
        return new GenericTaggedEventMessage<>(message, tags.resolve(message));
    }

    @Override
    public void close() {
        sequencer.close();
        signal.close();
    }
}
