package org.stele.command.axon;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.axonframework.common.infra.ComponentDescriptor;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;
import org.stele.command.entry.Signing;
import org.stele.command.submitters.SubmitterRules;
import org.stele.events.Tags;
import org.stele.eventstore.append.EncodedEvent;
import org.stele.eventstore.axon.EventEncoder;
import org.stele.ledger.submitter.SubmitterSignature;

/**
 * The ledger's engine behind the rules for what submitters sign. Events with a signature are appended on the condition that no
 * key of their State was enrolled or revoked, and the signature not recorded, since it was checked.
 */
final class SignedEngine implements EventStorageEngine {

    private static final String ACCESS = "access.";

    private final EventStorageEngine ledger;
    private final EventEncoder encoder;
    private final SubmitterRules rules;

    SignedEngine(EventStorageEngine ledger, EventEncoder encoder, SubmitterRules rules) {
        this.ledger = ledger;
        this.encoder = encoder;
        this.rules = rules;
    }

    @Override
    public CompletableFuture<AppendTransaction<?>> appendEvents(
            AppendCondition condition, @Nullable ProcessingContext context, List<TaggedEventMessage<?>> events) {
        if (events.isEmpty()) {
            return ledger.appendEvents(condition, context, events);
        }
        try {
            EventMessage first = events.getFirst().event();
            Signing signing = Signing.of(first.metadata());
            if (signing.isPreview()) {
                return CompletableFuture.failedFuture(rules.preview(encoded(events)));
            }
            SubmitterSignature signature = signing.signature();
            if (signature != null) {
                return appendSigned(condition, context, events, signature);
            }
            if (first.type().qualifiedName().name().startsWith(ACCESS)) {
                EncodedEvent encoded = encoder.encode(events.getFirst());
                rules.requireUnsigned(encoded, encoded.state());
            }
            return ledger.appendEvents(condition, context, events);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private CompletableFuture<AppendTransaction<?>> appendSigned(
            AppendCondition condition,
            @Nullable ProcessingContext context,
            List<TaggedEventMessage<?>> events,
            SubmitterSignature signature) {
        List<EncodedEvent> encoded = encoded(events);
        long head = rules.require(encoded, signature);
        Tag once = new Tag(SubmitterRules.NONCE_TAG, SubmitterRules.once(signature));
        String state = String.valueOf(encoded.getFirst().state());
        return ledger.appendEvents(both(condition, state, once, head), context, tagged(events, once));
    }

    private List<EncodedEvent> encoded(List<TaggedEventMessage<?>> events) {
        return events.stream().map(encoder::encode).toList();
    }

    private static AppendCondition both(AppendCondition decided, String state, Tag once, long head) {
        EventCriteria keys = EventCriteria.havingTags(Tags.MEMBER_STATE, state)
                .andBeingOneOfTypes(
                        new QualifiedName(SubmitterRules.KEY_ENROLLED), new QualifiedName(SubmitterRules.KEY_REVOKED));
        EventCriteria signed = EventCriteria.either(keys, EventCriteria.havingTags(once));
        long seen = GlobalIndexConsistencyMarker.position(decided.consistencyMarker());
        if (seen == Long.MAX_VALUE) {
            return AppendCondition.withCriteria(signed).withMarker(new GlobalIndexConsistencyMarker(head));
        }
        return decided.orCriteria(signed).withMarker(new GlobalIndexConsistencyMarker(Math.min(seen, head)));
    }

    private static List<TaggedEventMessage<?>> tagged(List<TaggedEventMessage<?>> events, Tag once) {
        List<TaggedEventMessage<?>> all = new ArrayList<>();
        for (TaggedEventMessage<?> event : events) {
            Set<Tag> tags = new HashSet<>(event.tags());
            tags.add(once);
            all.add(new GenericTaggedEventMessage<>(event.event(), tags));
        }
        return all;
    }

    @Override
    public MessageStream<EventMessage> source(SourcingCondition condition, @Nullable ProcessingContext context) {
        return ledger.source(OwnRecords.narrowed(condition, context), context);
    }

    @Override
    public MessageStream<EventMessage> stream(StreamingCondition condition, @Nullable ProcessingContext context) {
        return ledger.stream(condition, context);
    }

    @Override
    public CompletableFuture<TrackingToken> firstToken(@Nullable ProcessingContext context) {
        return ledger.firstToken(context);
    }

    @Override
    public CompletableFuture<TrackingToken> latestToken(@Nullable ProcessingContext context) {
        return ledger.latestToken(context);
    }

    @Override
    public CompletableFuture<TrackingToken> tokenAt(Instant at, @Nullable ProcessingContext context) {
        return ledger.tokenAt(at, context);
    }

    @Override
    public void describeTo(ComponentDescriptor descriptor) {
        ledger.describeTo(descriptor);
    }
}
