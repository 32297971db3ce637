package org.stele.identity.guess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** However many passwords are tried, one thread works on them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OneAtATimeTest {

    /** Waits until it is let go, and counts how many work at once. */
    private static final class Slow implements PasswordEncoder {

        private final CountDownLatch go = new CountDownLatch(1);
        private final AtomicInteger atWork = new AtomicInteger();
        private final AtomicInteger mostAtWork = new AtomicInteger();

        @Override
        public String encode(@Nullable CharSequence password) {
            return String.valueOf(password);
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String encoded) {
            mostAtWork.accumulateAndGet(atWork.incrementAndGet(), Math::max);
            try {
                go.await();
                return true;
            } catch (InterruptedException e) {
                return false;
            } finally {
                atWork.decrementAndGet();
            }
        }
    }

    @Test
    void it_says_what_the_encoder_says() {
        try (OneAtATime passwords = new OneAtATime(new BCryptPasswordEncoder(4))) {
            String encoded = passwords.encode("right");

            assertThat(passwords.matches("right", encoded)).isTrue();
            assertThat(passwords.matches("wrong", encoded)).isFalse();
            assertThatThrownBy(() -> passwords.encode("x".repeat(73))).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void one_is_worked_on_so_many_wait_and_the_next_is_sent_away() {
        Slow slow = new Slow();
        try (OneAtATime passwords = new OneAtATime(slow);
                ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> first = people.submit(() -> passwords.matches("a", "a"));
            await().until(() -> slow.atWork.get() == 1);
            List<Future<Boolean>> waiting = new ArrayList<>();
            AtomicInteger sentAway = new AtomicInteger();
            for (int i = 0; i < OneAtATime.MOST_WAITING + 5; i++) {
                waiting.add(people.submit(() -> {
                    try {
                        return passwords.matches("a", "a");
                    } catch (TooManyGuesses tooMany) {
                        sentAway.incrementAndGet();
                        return false;
                    }
                }));
            }
            await().until(() -> sentAway.get() == 5);
            slow.go.countDown();

            assertThat(first).succeedsWithin(java.time.Duration.ofSeconds(10)).isEqualTo(true);
            await().until(() -> waiting.stream().allMatch(Future::isDone));
            assertThat(waiting.stream().filter(one -> one.resultNow()).count()).isEqualTo(OneAtATime.MOST_WAITING);
            assertThat(slow.mostAtWork).hasValue(1);
        }
    }
}
