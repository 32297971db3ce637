package org.stele.eventstore.append;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.stele.eventstore.guard.Time;

class DatabaseClockTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private long nanos;
    private final DatabaseClock clock = new DatabaseClock(new Time() {
        @Override
        public long nanoTime() {
            return nanos;
        }

        @Override
        public void pause(Duration time) {
            nanos += time.toNanos();
        }
    });

    @Test
    void knows_no_time_before_one_was_reported() {
        assertThat(clock.now()).isNull();
    }

    @Test
    void continues_from_the_reported_time() {
        clock.set(NOON, millis(0));
        nanos = millis(7);

        assertThat(clock.now()).isEqualTo(NOON.plusMillis(7));
    }

    @Test
    void is_not_set_back_by_a_late_answer() {
        clock.set(NOON, millis(0));
        nanos = millis(40);
        clock.set(NOON.plusMillis(12), millis(10));

        assertThat(clock.now()).isEqualTo(NOON.plusMillis(40));
    }

    @Test
    void is_set_forward_where_an_answer_is_later_than_the_estimate() {
        clock.set(NOON, millis(0));
        nanos = millis(40);
        clock.set(NOON.plusMillis(41), millis(30));

        assertThat(clock.now()).isEqualTo(NOON.plusMillis(41));
    }

    @Test
    void follows_a_database_whose_clock_was_set_back() {
        clock.set(NOON, millis(0));
        nanos = millis(40);
        clock.set(NOON.minusSeconds(60), millis(30));

        assertThat(clock.now()).isEqualTo(NOON.minusSeconds(60).plusMillis(10));
    }

    private static long millis(long count) {
        return Duration.ofMillis(count).toNanos();
    }
}
