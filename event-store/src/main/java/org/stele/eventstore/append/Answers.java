package org.stele.eventstore.append;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/**
 * An Answers gives the answers to submissions, each on a thread of its own: what follows one of them delays neither a
 * batch nor another answer, whatever it waits for.
 */
final class Answers implements AutoCloseable {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** Starts a thread for the first answer, which starts those of the others: the caller has a batch to prepare. */
    void give(List<Runnable> answers) {
        if (!answers.isEmpty()) {
            threads.execute(() -> {
                answers.subList(1, answers.size()).forEach(this::start);
                answers.getFirst().run();
            });
        }
    }

    private void start(Runnable answer) {
        try {
            threads.execute(answer);
        } catch (RejectedExecutionException e) {
            // Closed in between, which waits for the thread of the first answer.
            Thread.startVirtualThread(answer);
        }
    }

    /** Waits for the answers whose threads were started. */
    @Override
    public void close() {
        threads.close();
    }
}
