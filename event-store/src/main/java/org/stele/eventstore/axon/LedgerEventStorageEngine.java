package org.stele.eventstore.axon;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.axonframework.common.infra.ComponentDescriptor;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EmptyAppendTransaction;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.GlobalIndexPosition;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.Context;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.TerminalEventMessage;
import org.axonframework.messaging.eventhandling.conversion.EventConverter;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.jspecify.annotations.Nullable;
import org.stele.eventstore.append.EncodedEvent;
import org.stele.eventstore.append.Sequencer;
import org.stele.eventstore.append.Submission;
import org.stele.eventstore.event.Selection;
import org.stele.eventstore.event.StoredEvent;
import org.stele.eventstore.event.WritingRefused;
import org.stele.eventstore.read.LedgerReader;
import org.stele.eventstore.read.LedgerSignal;

/**
 * A LedgerEventStorageEngine lets Axon append to the ledger and read from it. Token, marker, position and tree size are
 * one number: how many events have been seen. Events are returned as {@link RecordedEvent}s.
 */
public final class LedgerEventStorageEngine implements EventStorageEngine {

    private static final int PAGE = 1_000;

    private final LedgerReader reader;
    private final LedgerSignal signal;
    private final @Nullable Sequencer sequencer;
    private final @Nullable EventEncoder encoder;
    private final PayloadUpcaster upcaster;

    /** An engine that appends through a sequencer, with payloads as the converter writes them to bytes. */
    public LedgerEventStorageEngine(
            LedgerReader reader, LedgerSignal signal, Sequencer sequencer, EventConverter converter) {
        this(reader, signal, sequencer, converter, PayloadUpcaster.NONE);
    }

    /** The same, which sources older versions as the newest. */
    public LedgerEventStorageEngine(
            LedgerReader reader,
            LedgerSignal signal,
            Sequencer sequencer,
            EventConverter converter,
            PayloadUpcaster upcaster) {
        this.upcaster = upcaster;
        this.reader = reader;
        this.signal = signal;
        this.sequencer = sequencer;
        this.encoder = new EventEncoder(converter, sequencer.stateTag());
    }

    /** An engine that only reads: every append fails. */
    public LedgerEventStorageEngine(LedgerReader reader, LedgerSignal signal) {
        this.reader = reader;
        this.signal = signal;
        this.sequencer = null;
        this.encoder = null;
        this.upcaster = PayloadUpcaster.NONE;
    }

    @Override
    public CompletableFuture<AppendTransaction<?>> appendEvents(
            AppendCondition condition, @Nullable ProcessingContext context, List<TaggedEventMessage<?>> events) {
        if (sequencer == null || encoder == null) {
            return CompletableFuture.failedFuture(
                    new UnsupportedOperationException("This side of the ledger only reads"));
        }
        if (events.isEmpty()) {
            return CompletableFuture.completedFuture(EmptyAppendTransaction.INSTANCE);
        }
        try {
            List<EncodedEvent> encoded = events.stream().map(encoder::encode).toList();
            // ORIGIN is -1 and INFINITY, for no condition at all, the largest number.
            long after = Math.max(0, GlobalIndexConsistencyMarker.position(condition.consistencyMarker()));
            return CompletableFuture.completedFuture(new LedgerAppend(
                    sequencer,
                    new Submission(encoded, after, selection(condition.criteria()), new CompletableFuture<>())));
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public MessageStream<EventMessage> source(SourcingCondition condition, @Nullable ProcessingContext context) {
        try {
            long after = Math.max(0, GlobalIndexPosition.toIndex(condition.start()));
            long head = reader.head();
            List<StoredEvent> events = intact(readAll(selection(condition.criteria()), after, head));
            ConsistencyMarker marker = new GlobalIndexConsistencyMarker(head);
            Context last = Context.with(ConsistencyMarker.RESOURCE_KEY, marker);
            return MessageStream.<StoredEvent, EventMessage>fromStream(
                            events.stream(),
                            stored -> RecordedEvent.of(stored, upcaster),
                            stored -> LedgerStream.entry(stored))
                    .concatWith(MessageStream.<EventMessage>just(TerminalEventMessage.INSTANCE, message -> last));
        } catch (RuntimeException e) {
            return MessageStream.<EventMessage>failed(e);
        }
    }

    /** No decision rests on a damaged event: accepted damage counts as not recorded. */
    private List<StoredEvent> intact(List<StoredEvent> events) {
        List<StoredEvent> damaged =
                events.stream().filter(stored -> !stored.isIntact()).toList();
        if (damaged.isEmpty()) {
            return events;
        }
        Set<Long> accepted = reader.acceptedDamage().keySet();
        for (StoredEvent stored : damaged) {
            if (!accepted.contains(stored.position())) {
                throw new WritingRefused("event " + stored.position() + ", on which it would be decided, is damaged");
            }
        }
        return events.stream().filter(stored -> !damaged.contains(stored)).toList();
    }

    private List<StoredEvent> readAll(Selection selection, long after, long head) {
        List<StoredEvent> events = new ArrayList<>();
        List<StoredEvent> page;
        long cursor = after;
        do {
            page = reader.read(selection, cursor, head, PAGE);
            events.addAll(page);
            cursor = page.isEmpty() ? head : page.get(page.size() - 1).position();
        } while (page.size() == PAGE);
        return events;
    }

    @Override
    public MessageStream<EventMessage> stream(StreamingCondition condition, @Nullable ProcessingContext context) {
        long after = condition.position().position().orElse(0);
        return new LedgerStream(reader, signal, selection(condition.criteria()), Math.max(0, after));
    }

    private static Selection selection(EventCriteria criteria) {
        if (!criteria.hasCriteria()) {
            return Selection.all();
        }
        return new Selection(criteria.flatten().stream()
                .map(criterion -> new Selection.Clause(
                        criterion.tags().stream().map(EventEncoder::text).collect(Collectors.toSet()),
                        criterion.types().stream().map(QualifiedName::name).collect(Collectors.toSet())))
                .toList());
    }

    @Override
    public CompletableFuture<TrackingToken> firstToken(@Nullable ProcessingContext context) {
        return CompletableFuture.completedFuture(new GlobalSequenceTrackingToken(0));
    }

    @Override
    public CompletableFuture<TrackingToken> latestToken(@Nullable ProcessingContext context) {
        return token(reader::head);
    }

    @Override
    public CompletableFuture<TrackingToken> tokenAt(Instant at, @Nullable ProcessingContext context) {
        return token(() -> reader.sizeAt(at));
    }

    private static CompletableFuture<TrackingToken> token(LongSupplier position) {
        try {
            return CompletableFuture.completedFuture(new GlobalSequenceTrackingToken(position.getAsLong()));
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public void describeTo(ComponentDescriptor descriptor) {
        descriptor.describeProperty("appends", sequencer != null);
    }
}
