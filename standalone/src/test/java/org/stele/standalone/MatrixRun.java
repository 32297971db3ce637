package org.stele.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.stele.standalone.Attempt.Answer;

/** Sends attempts, a few at a time, and keeps what is wrong with their answers. Safe for all threads. */
final class MatrixRun {

    private static final int CLIENTS = 3;
    private static final int SHOWN = 40;

    private final MatrixSite site;
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final LongAdder attempts = new LongAdder();
    private final LongAdder refused = new LongAdder();

    MatrixRun(MatrixSite site) {
        this.site = site;
    }

    /** What is done with one thing of many. */
    interface Doing<T> {

        void to(T one) throws Exception;
    }

    /** Does so with each, a few at a time; then nothing may have been wrong. */
    <T> void each(List<T> all, Doing<T> doing) throws InterruptedException {
        Iterator<T> left = all.iterator();
        List<Thread> clients = IntStream.range(0, CLIENTS)
                .mapToObj(_ -> Thread.ofPlatform().start(() -> take(left, doing)))
                .toList();
        for (Thread client : clients) {
            client.join();
        }
        requireNoFaults();
    }

    private <T> void take(Iterator<T> left, Doing<T> doing) {
        for (T one = next(left); one != null; one = next(left)) {
            try {
                doing.to(one);
            } catch (Exception | AssertionError e) {
                faults.add("%s: %s".formatted(one, e));
            }
        }
    }

    private static <T> @Nullable T next(Iterator<T> left) {
        synchronized (left) {
            return left.hasNext() ? left.next() : null;
        }
    }

    void requireNoFaults() {
        List<String> found = faults.stream().distinct().sorted().toList();
        faults.clear();
        assertThat(found.stream().limit(SHOWN)).as("%s faults", found.size()).isEmpty();
    }

    void fault(Answer answer, String expected) {
        faults.add("%s, expected %s".formatted(answer, expected));
    }

    /** Sends an attempt that has to be refused with one of these; none where it need not be. */
    Answer send(Attempt attempt, Set<Integer> refusals) throws IOException, InterruptedException {
        Answer answer = send(attempt);
        if (!refusals.isEmpty()) {
            refused.increment();
            if (!refusals.contains(answer.status())) {
                fault(answer, refusals.toString());
            }
        }
        return answer;
    }

    /** Sends an attempt; its answer is no error of the program, and tells its caller nothing that is not for them. */
    Answer send(Attempt attempt) throws IOException, InterruptedException {
        Answer answer = site.send(attempt);
        attempts.increment();
        if (answer.status() >= 500) {
            fault(answer, "no failure of the server");
        }
        String all = answer.headers() + "\n" + answer.text();
        boolean isOfTheMachine = attempt.path().startsWith("/actuator");
        boolean hasPlanted = all.contains(Canary.PREFIX);
        for (Canary canary : site.canaries) {
            boolean mayBeIn = hasPlanted || !canary.text().startsWith(Canary.PREFIX);
            if (mayBeIn && (isOfTheMachine || !canary.maybeIn(attempt)) && canary.isIn(all)) {
                fault(answer, "no " + canary.text());
            }
        }
        return answer;
    }

    @Override
    public String toString() {
        return "%s attempts by %s callers, of which %s had to be refused; %s canaries"
                .formatted(attempts, site.callers.size(), refused, site.canaries.size());
    }
}
