package org.stele.query.projection;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Work that many callers want at the same time and that runs once for all of them. A caller gets the result of a run
 * that began after its call: all callers that wait share the next run. Safe for many threads.
 */
final class SingleFlight<T> {

    private final Supplier<T> work;
    private final ReentrantLock running = new ReentrantLock();
    private @Nullable CompletableFuture<T> next;

    SingleFlight(Supplier<T> work) {
        this.work = work;
    }

    /** The result of the next run, or its exception. */
    T get() {
        CompletableFuture<T> answer;
        boolean isFirst;
        synchronized (this) {
            isFirst = next == null;
            answer = next == null ? new CompletableFuture<>() : next;
            next = answer;
        }
        if (isFirst) {
            run(answer);
        }
        return awaited(answer);
    }

    /** It starts after the run before it; until then, callers join it. */
    private void run(CompletableFuture<T> answer) {
        running.lock();
        try {
            synchronized (this) {
                next = null;
            }
            answer.complete(work.get());
        } catch (RuntimeException | Error e) {
            answer.completeExceptionally(e);
        } finally {
            running.unlock();
        }
    }

    private static <T> T awaited(CompletableFuture<T> answer) {
        try {
            return answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
