package org.stele.eventstore.axon;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.axonframework.common.Registration;
import org.axonframework.messaging.core.Context;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.SimpleEntry;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.jspecify.annotations.Nullable;
import org.stele.eventstore.event.Selection;
import org.stele.eventstore.event.StoredEvent;
import org.stele.eventstore.read.LedgerReader;
import org.stele.eventstore.read.LedgerSignal;

/** A LedgerStream is the selected events after a position, without end: it continues whenever the ledger has grown. */
final class LedgerStream implements MessageStream<EventMessage> {

    private static final int PAGE = 500;

    private final LedgerReader reader;
    private final LedgerSignal signal;
    private final Selection selection;
    private final Queue<StoredEvent> buffer = new ArrayDeque<>();
    private final Registration registration;
    private @Nullable Entry<EventMessage> first;
    private long cursor;
    private boolean closed;
    private @Nullable Throwable error;
    private volatile Runnable callback = () -> {};

    LedgerStream(LedgerReader reader, LedgerSignal signal, Selection selection, long after) {
        this.reader = reader;
        this.signal = signal;
        this.selection = selection;
        this.cursor = after;
        this.registration = signal.onAdvance(() -> callback.run());
    }

    static Entry<EventMessage> entry(StoredEvent stored) {
        TrackingToken token = new GlobalSequenceTrackingToken(stored.position());
        return new SimpleEntry<>(RecordedEvent.of(stored), Context.with(TrackingToken.RESOURCE_KEY, token));
    }

    @Override
    public synchronized Optional<Entry<EventMessage>> next() {
        Optional<Entry<EventMessage>> entry = peek();
        buffer.poll();
        first = null;
        return entry;
    }

    /** Axon calls peek several times before next: the message is made once. */
    @Override
    public synchronized Optional<Entry<EventMessage>> peek() {
        try {
            fill();
            if (first == null && !buffer.isEmpty()) {
                first = entry(buffer.element());
            }
        } catch (RuntimeException e) {
            // A stream that throws stops its reader for good; one that has ended with an error is opened again.
            error = e;
            close();
        }
        return Optional.ofNullable(first);
    }

    private void fill() {
        long head = signal.head();
        while (!closed && buffer.isEmpty() && cursor < head) {
            List<StoredEvent> page = reader.read(selection, cursor, head, PAGE);
            buffer.addAll(page);
            cursor = page.size() < PAGE ? head : page.get(page.size() - 1).position();
        }
    }

    @Override
    public void setCallback(Runnable callback) {
        this.callback = callback;
        if (hasNextAvailable() || isCompleted()) {
            callback.run();
        }
    }

    @Override
    public synchronized Optional<Throwable> error() {
        return Optional.ofNullable(error);
    }

    @Override
    public synchronized boolean isCompleted() {
        return closed;
    }

    @Override
    public boolean hasNextAvailable() {
        return peek().isPresent();
    }

    @Override
    public synchronized void close() {
        closed = true;
        buffer.clear();
        first = null;
        registration.cancel();
    }
}
