package org.stele.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StallTest {

    private final Stall stall = new Stall(Duration.ofSeconds(30));
    private long second;

    private boolean isLost(long position, long head, long batches) {
        second += 5;
        return stall.isLost(new Stall.Look(Instant.ofEpochSecond(second), position, head, batches));
    }

    @Test
    void one_that_begins_batches_is_not_lost_however_long_its_position_stays() {
        for (int look = 0; look < 100; look++) {
            assertThat(isLost(10, 100 + look, look)).isFalse();
        }
    }

    @Test
    void one_that_moves_is_not_lost_however_far_it_is_behind() {
        for (int look = 0; look < 100; look++) {
            assertThat(isLost(10 + look, 1_000L * look + 1_000, 1)).isFalse();
        }
    }

    @Test
    void one_that_does_nothing_for_the_time_allowed_while_the_ledger_goes_on_is_lost() {
        assertThat(isLost(10, 10, 1)).isFalse();
        for (int look = 1; look < 6; look++) {
            assertThat(isLost(10, 10 + look, 1)).isFalse();
        }
        assertThat(isLost(10, 16, 1)).isTrue();
    }

    @Test
    void the_time_without_anything_to_do_is_not_counted() {
        for (int look = 0; look < 100; look++) {
            assertThat(isLost(10, 10, 1)).isFalse();
        }
        assertThat(isLost(10, 11, 1)).isFalse();
    }

    @Test
    void while_the_ledger_does_not_grow_the_timeout_is_four_times_as_long() {
        for (int look = 0; look < 24; look++) {
            assertThat(isLost(10, 12, 1)).isFalse();
        }
        assertThat(isLost(10, 12, 1)).isTrue();
    }
}
