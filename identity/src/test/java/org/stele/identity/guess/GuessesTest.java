package org.stele.identity.guess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Who may try how often. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GuessesTest {

    private final AtomicLong now = new AtomicLong();
    private final Guesses guesses = new Guesses(new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return now.get();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    });

    @Test
    void an_account_is_tried_so_often_from_one_address_and_its_owner_elsewhere_notices_nothing() {
        for (int i = 0; i < Guesses.OF_ACCOUNT; i++) {
            guesses.take("192.0.2.1", "owner");
        }

        assertThatThrownBy(() -> guesses.take("192.0.2.1", "owner"))
                .isInstanceOfSatisfying(
                        TooManyGuesses.class,
                        wait -> assertThat(wait.waitSeconds()).isEqualTo(60 / Guesses.OF_ACCOUNT_A_MINUTE));
        assertThatCode(() -> guesses.take("192.0.2.2", "owner")).doesNotThrowAnyException();
        assertThatCode(() -> guesses.take("192.0.2.1", "colleague")).doesNotThrowAnyException();
    }

    @Test
    void whoever_waited_may_try_again_and_not_a_moment_sooner() {
        for (int i = 0; i < Guesses.OF_ACCOUNT; i++) {
            guesses.take("192.0.2.1", "owner");
        }
        Duration wait = Duration.ofSeconds(60 / Guesses.OF_ACCOUNT_A_MINUTE);

        now.addAndGet(wait.toNanos() - 1);
        assertThatThrownBy(() -> guesses.take("192.0.2.1", "owner")).isInstanceOf(TooManyGuesses.class);
        now.addAndGet(1);
        assertThatCode(() -> guesses.take("192.0.2.1", "owner")).doesNotThrowAnyException();
    }

    @Test
    void one_address_tries_so_many_accounts() {
        for (int i = 0; i < Guesses.OF_ADDRESS; i++) {
            guesses.take("192.0.2.1", "account-" + i);
        }

        assertThatThrownBy(() -> guesses.take("192.0.2.1", "another")).isInstanceOf(TooManyGuesses.class);
        assertThatCode(() -> guesses.take("192.0.2.2", "another")).doesNotThrowAnyException();
    }

    @Test
    void what_was_right_was_no_guess() {
        for (int i = 0; i < 3 * Guesses.OF_ADDRESS; i++) {
            guesses.take("192.0.2.1", "owner");
            guesses.giveBack("192.0.2.1", "owner");
        }

        assertThatCode(() -> guesses.take("192.0.2.1", "owner")).doesNotThrowAnyException();
    }
}
