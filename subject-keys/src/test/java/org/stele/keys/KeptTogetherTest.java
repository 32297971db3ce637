package org.stele.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.stele.events.seal.SubjectTag;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KeptTogetherTest {

    private static final int THREADS = 8;

    @Test
    void who_comes_while_others_are_kept_is_kept_with_all_who_wait_and_gets_its_own_answer() throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        List<Integer> sizes = new ArrayList<>();
        KeptTogether together = new KeptTogether(keys -> {
            begun.countDown();
            await(first);
            sizes.add(keys.size());
            return keys;
        });
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            KeyRecord one = key();
            Future<List<KeyRecord>> ofOne = threads.submit(() -> together.keep(List.of(one)));
            begun.await();
            List<List<KeyRecord>> others = new ArrayList<>();
            List<Future<List<KeyRecord>>> answers = new ArrayList<>();
            for (int i = 1; i < THREADS; i++) {
                List<KeyRecord> keys = List.of(key(), key());
                others.add(keys);
                answers.add(threads.submit(() -> together.keep(keys)));
            }
            while (together.waiting() < THREADS - 1) {
                Thread.onSpinWait();
            }

            first.countDown();

            assertThat(ofOne.get()).containsExactly(one);
            for (int i = 0; i < answers.size(); i++) {
                assertThat(answers.get(i).get()).isEqualTo(others.get(i));
            }
        }
        assertThat(sizes).containsExactly(1, 2 * (THREADS - 1));
    }

    @Test
    void a_failure_is_told_to_those_whom_it_concerns_and_to_nobody_after_them() {
        AtomicInteger calls = new AtomicInteger();
        KeptTogether together = new KeptTogether(keys -> {
            if (calls.incrementAndGet() == 1) {
                throw new KeysUnavailable("The disk is full", null);
            }
            return keys;
        });
        KeyRecord key = key();

        assertThatThrownBy(() -> together.keep(List.of(key))).isInstanceOf(KeysUnavailable.class);
        assertThat(together.keep(List.of(key))).containsExactly(key);
    }

    private static KeyRecord key() {
        UUID id = UUID.randomUUID();
        return new KeyRecord(id, SubjectTag.of(new byte[32]), new byte[] {1});
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
