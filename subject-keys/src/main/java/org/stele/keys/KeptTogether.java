package org.stele.keys;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/**
 * A KeptTogether keeps the keys that several threads make at once with the syncs of one. Its thread keeps all that wait, one batch
 * after another, and ends while none come: a virtual thread that waited for the disk itself would keep others from its processor, and
 * each hand-over from one of them to the next would wait its turn among all that run. Safe for all threads.
 */
final class KeptTogether {

    private static final int IDLE_SECONDS = 10;

    private final UnaryOperator<List<KeyRecord>> keep;
    private final Queue<Made> waiting = new ConcurrentLinkedQueue<>();
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1,
            1,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().daemon().name("subject-keys").factory());

    private record Made(List<KeyRecord> keys, CompletableFuture<List<KeyRecord>> standing) {}

    /** @param keep keeps keys durably; for each, gives the one that stands */
    KeptTogether(UnaryOperator<List<KeyRecord>> keep) {
        this.keep = keep;
        thread.allowCoreThreadTimeOut(true);
    }

    /** As one call of its own; throws what the call for all threw. */
    List<KeyRecord> keep(List<KeyRecord> keys) {
        Made made = new Made(keys, new CompletableFuture<>());
        waiting.add(made);
        thread.execute(this::keepWaiting);
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
        if (all.isEmpty()) {
            return;
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
