package org.stele.query.projection;

import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.axonframework.messaging.core.Context.ResourceKey;
import org.axonframework.messaging.core.Message;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.EventHandler;
import org.axonframework.messaging.eventhandling.EventHandlerRegistry;
import org.axonframework.messaging.eventhandling.EventHandlingComponent;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.stele.events.types.EventTypes;
import org.stele.eventstore.axon.RecordedEvent;

/**
 * An Axon component that reports the last position of a unit of work, once, before the unit commits. It takes every
 * event, whatever its name: an unknown one is held back and not skipped.
 */
final class BatchPositionHandler implements EventHandlingComponent {

    private final LongConsumer batches;
    private final ResourceKey<AtomicLong> last = ResourceKey.withLabel("last position");

    BatchPositionHandler(LongConsumer batches) {
        this.batches = batches;
    }

    @Override
    public MessageStream.Empty<Message> handle(EventMessage event, ProcessingContext context) {
        if (!(event instanceof RecordedEvent recorded)) {
            return MessageStream.failed(
                    new IllegalArgumentException("Expected an event of the ledger, got " + event.getClass()));
        }
        context.computeResourceIfAbsent(last, () -> {
                    AtomicLong position = new AtomicLong();
                    context.runOnPrepareCommit(_ -> batches.accept(position.get()));
                    return position;
                })
                .set(recorded.position());
        return MessageStream.empty();
    }

    @Override
    public Set<QualifiedName> supportedEvents() {
        return Set.copyOf(EventTypes.all().stream()
                .map(type -> new QualifiedName(EventTypes.name(type)))
                .toList());
    }

    @Override
    public boolean supports(QualifiedName name) {
        return true;
    }

    /** Positions have no gaps, so the whole ledger is one sequence. */
    @Override
    public Object sequenceIdentifierFor(EventMessage event, ProcessingContext context) {
        return "ledger";
    }

    @Override
    public EventHandlerRegistry subscribe(QualifiedName name, EventHandler handler) {
        throw new UnsupportedOperationException("Every event goes to one place.");
    }
}
