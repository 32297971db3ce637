package org.stele.keys;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/**
 * A KeptTogether keeps the keys that several threads make at once with the syncs of one. Safe for all threads: whoever comes first
 * keeps those of all who wait.
 */
final class KeptTogether {

    private final UnaryOperator<List<KeyRecord>> keep;
    private final Queue<Made> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock turn = new ReentrantLock();

    private record Made(List<KeyRecord> keys, CompletableFuture<List<KeyRecord>> standing) {}

    /** @param keep keeps keys durably; for each, gives the one that stands */
    KeptTogether(UnaryOperator<List<KeyRecord>> keep) {
        this.keep = keep;
    }

    /** As one call of its own; throws what the call for all threw. */
    List<KeyRecord> keep(List<KeyRecord> keys) {
        Made made = new Made(keys, new CompletableFuture<>());
        waiting.add(made);
        turn.lock();
        try {
            if (!made.standing().isDone()) {
                keepWaiting();
            }
        } finally {
            turn.unlock();
        }
        try {
            return made.standing().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException thrown ? thrown : e;
        }
    }

    /** How many calls wait until another one is done. */
    int waiting() {
        return waiting.size();
    }

    private void keepWaiting() {
        List<Made> all = new ArrayList<>();
        for (Made next = waiting.poll(); next != null; next = waiting.poll()) {
            all.add(next);
        }
        try {
            List<KeyRecord> standing =
                    keep.apply(all.stream().flatMap(one -> one.keys().stream()).toList());
            int at = 0;
            for (Made one : all) {
                one.standing().complete(standing.subList(at, at + one.keys().size()));
                at += one.keys().size();
            }
        } catch (RuntimeException | Error e) {
            all.forEach(one -> one.standing().completeExceptionally(e));
        }
    }
}
