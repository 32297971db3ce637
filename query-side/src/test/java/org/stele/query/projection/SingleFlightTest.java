package org.stele.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SingleFlightTest {

    private static final int WAITING = 50;

    private final AtomicInteger begun = new AtomicInteger();
    private final CountDownLatch firstMayEnd = new CountDownLatch(1);
    private final SingleFlight<Integer> flight = new SingleFlight<>(this::work);

    private Integer work() {
        int number = begun.incrementAndGet();
        if (number == 1) {
            try {
                firstMayEnd.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        return number;
    }

    @Test
    void callers_during_a_run_share_the_next_run() {
        List<Thread> threads = new ArrayList<>();
        CompletableFuture<Integer> first = ask(threads);
        Awaitility.await().until(() -> begun.get() == 1);
        List<CompletableFuture<Integer>> others = new ArrayList<>();
        for (int i = 0; i < WAITING; i++) {
            others.add(ask(threads));
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> threads.stream().allMatch(thread -> thread.getState() == Thread.State.WAITING));

        firstMayEnd.countDown();

        assertThat(first.join()).isEqualTo(1);
        assertThat(others).allSatisfy(answer -> assertThat(answer.join()).isEqualTo(2));
        assertThat(begun).hasValue(2);
    }

    @Test
    void a_failed_run_fails_only_for_its_callers() {
        AtomicInteger runs = new AtomicInteger();
        SingleFlight<Integer> failing = new SingleFlight<>(() -> {
            if (runs.incrementAndGet() == 1) {
                throw new IllegalStateException("the first one fails");
            }
            return runs.get();
        });

        assertThatThrownBy(failing::get).isInstanceOf(IllegalStateException.class);
        assertThat(failing.get()).isEqualTo(2);
    }

    private CompletableFuture<Integer> ask(List<Thread> threads) {
        CompletableFuture<Integer> answer = new CompletableFuture<>();
        threads.add(Thread.ofPlatform().daemon().start(() -> answer.complete(flight.get())));
        return answer;
    }
}
