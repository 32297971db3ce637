package org.stele.command.axon;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.common.infra.ComponentDescriptor;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.Context;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.TerminalEventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.jspecify.annotations.Nullable;

/**
 * An event store in memory that begins empty: it holds the events of the commands that a thread decided since it began,
 * and the criteria that they read. Each thread has its own.
 */
final class Scratch implements EventStorageEngine {

    private final ThreadLocal<Sheet> sheets = new ThreadLocal<>();

    /** The events, in order, and everything that the decisions read. */
    static final class Sheet {

        private final List<TaggedEventMessage<?>> events = new ArrayList<>();
        private final List<EventCriteria> asked = new ArrayList<>();

        List<TaggedEventMessage<?>> events() {
            return events;
        }

        List<EventCriteria> asked() {
            return asked;
        }
    }

    void begin() {
        sheets.set(new Sheet());
    }

    Sheet end() {
        Sheet sheet = sheet();
        sheets.remove();
        return sheet;
    }

    private Sheet sheet() {
        Sheet sheet = sheets.get();
        if (sheet == null) {
            throw new IllegalStateException("Nothing was begun on this thread");
        }
        return sheet;
    }

    @Override
    public CompletableFuture<AppendTransaction<?>> appendEvents(
            AppendCondition condition, @Nullable ProcessingContext context, List<TaggedEventMessage<?>> events) {
        Sheet sheet = sheet();
        return CompletableFuture.completedFuture(new AppendTransaction<Long>() {
            @Override
            public CompletableFuture<Long> commit(@Nullable ProcessingContext committing) {
                sheet.events.addAll(events);
                return CompletableFuture.completedFuture((long) sheet.events.size());
            }

            @Override
            public void rollback(@Nullable ProcessingContext failed) {
                // Nothing was stored.
            }

            @Override
            public CompletableFuture<ConsistencyMarker> afterCommit(Long size, @Nullable ProcessingContext committed) {
                return CompletableFuture.completedFuture(new GlobalIndexConsistencyMarker(size));
            }
        });
    }

    @Override
    public MessageStream<EventMessage> source(SourcingCondition condition, @Nullable ProcessingContext context) {
        Sheet sheet = sheet();
        EventCriteria criteria = condition.criteria();
        sheet.asked.add(criteria);
        List<TaggedEventMessage<?>> matching = sheet.events.stream()
                .filter(tagged -> criteria.matches(tagged.event().type().qualifiedName(), tagged.tags()))
                .toList();
        ConsistencyMarker marker = new GlobalIndexConsistencyMarker(sheet.events.size());
        Context last = Context.with(ConsistencyMarker.RESOURCE_KEY, marker);
        TrackingToken token = new GlobalSequenceTrackingToken(sheet.events.size());
        return MessageStream.<TaggedEventMessage<?>, EventMessage>fromStream(
                        matching.stream(),
                        TaggedEventMessage::event,
                        tagged -> Context.with(TrackingToken.RESOURCE_KEY, token))
                .concatWith(MessageStream.<EventMessage>just(TerminalEventMessage.INSTANCE, message -> last));
    }

    @Override
    public MessageStream<EventMessage> stream(StreamingCondition condition, @Nullable ProcessingContext context) {
        return MessageStream.failed(new UnsupportedOperationException("Nothing follows what is decided here"));
    }

    @Override
    public CompletableFuture<TrackingToken> firstToken(@Nullable ProcessingContext context) {
        return CompletableFuture.completedFuture(new GlobalSequenceTrackingToken(0));
    }

    @Override
    public CompletableFuture<TrackingToken> latestToken(@Nullable ProcessingContext context) {
        return firstToken(context);
    }

    @Override
    public CompletableFuture<TrackingToken> tokenAt(Instant at, @Nullable ProcessingContext context) {
        return firstToken(context);
    }

    @Override
    public void describeTo(ComponentDescriptor descriptor) {
        descriptor.describeProperty("kept", false);
    }
}
