package org.stele.query.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.stele.events.MemberState;
import org.stele.eventstore.read.LedgerBulkReader.ScannedEvent;

/**
 * A fold on several threads: each has its own States, whose events it decodes and folds in order. Events about no State
 * belong to the first thread. One thread submits the events.
 */
final class ParallelLedgerFold implements AutoCloseable {

    private static final int CHUNK = 512;
    private static final int MAX_CHUNKS = 16;

    private final Function<ScannedEvent, DecodedEvent> decoder;
    private final ExecutorService threads;
    private final List<Share> shares = new ArrayList<>();

    ParallelLedgerFold(Function<ScannedEvent, DecodedEvent> decoder, int count) {
        this.decoder = decoder;
        this.threads = Executors.newFixedThreadPool(
                count, Thread.ofPlatform().name("replay-", 1).daemon().factory());
        for (int i = 0; i < count; i++) {
            shares.add(new Share());
        }
    }

    /** The events of one thread's States, folded in order. */
    private final class Share {

        private final LedgerFold folding = new LedgerFold();
        private final Semaphore room = new Semaphore(MAX_CHUNKS);
        private List<ScannedEvent> next = new ArrayList<>(CHUNK);
        private CompletableFuture<Void> done = CompletableFuture.completedFuture(null);

        void add(ScannedEvent event) {
            next.add(event);
            if (next.size() == CHUNK) {
                send();
            }
        }

        void send() {
            List<ScannedEvent> chunk = next;
            next = new ArrayList<>(CHUNK);
            // The reader must not run ahead of the fold, or memory would fill with rows.
            room.acquireUninterruptibly();
            done = done.thenRunAsync(() -> chunk.forEach(stored -> folding.apply(decoder.apply(stored))), threads)
                    .whenComplete((_, _) -> room.release());
        }
    }

    void take(ScannedEvent event) {
        MemberState state = BodyTags.memberState(event);
        shares.get(state == null ? 0 : state.ordinal() % shares.size()).add(event);
    }

    /** The result, after all submitted events were folded. */
    LedgerFold join() {
        shares.forEach(Share::send);
        try {
            shares.forEach(share -> share.done.join());
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
        return LedgerFold.of(shares.stream().map(share -> share.folding).toList());
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
