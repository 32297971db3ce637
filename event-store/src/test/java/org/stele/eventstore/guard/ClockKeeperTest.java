package org.stele.eventstore.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.stele.eventstore.event.LedgerUnavailable;
import org.stele.eventstore.guard.WriteGate.Keeper;

/** No time is recorded after a jump of the clock; a clock that is right again is accepted again. */
class ClockKeeperTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant FAR = Instant.parse("2200-01-01T00:00:00Z");

    private final WriteGate gate = new WriteGate();
    private long nanos;
    private final ClockKeeper keeper = new ClockKeeper(
            gate,
            new Time() {
                @Override
                public long nanoTime() {
                    return nanos;
                }

                @Override
                public void pause(Duration duration) {
                    nanos += duration.toNanos();
                }
            },
            () -> NOON.plusNanos(nanos),
            Duration.ofDays(1_096));

    private void pass(Duration duration) {
        nanos += duration.toNanos();
    }

    private void requireRefused(Instant now, Instant last, String words) {
        assertThatThrownBy(() -> keeper.require(now, last))
                .isInstanceOf(LedgerUnavailable.class)
                .hasMessageContaining(words);
        assertThat(gate.reasons().get(Keeper.CLOCK)).contains(words);
    }

    @Test
    void a_jump_to_another_century_closes_the_gate_until_the_clock_is_right_again() {
        keeper.require(NOON, NOON);
        pass(Duration.ofSeconds(5));
        requireRefused(FAR, NOON, "has leapt: it says 2200-01-01T00:00:00Z, and it must be about 2026-11-23T12:00:00Z");
        pass(Duration.ofHours(3));
        requireRefused(FAR.plus(3, ChronoUnit.HOURS), NOON, "has leapt");

        keeper.require(NOON.plus(3, ChronoUnit.HOURS), NOON);
        assertThat(gate.reasons()).isEmpty();
    }

    @Test
    void many_small_jumps_count_as_one() {
        keeper.require(NOON, NOON);
        keeper.require(NOON.plusSeconds(50), NOON);
        requireRefused(NOON.plusSeconds(100), NOON, "has leapt");
    }

    @Test
    void a_clock_that_drifts_by_a_thousandth_is_believed_and_one_that_drifts_by_more_is_not() {
        keeper.require(NOON, NOON);
        pass(Duration.ofDays(30));
        Instant right = NOON.plus(30, ChronoUnit.DAYS);
        keeper.require(right.plusSeconds(60 + 2_592), NOON);
        requireRefused(right.plusSeconds(60 + 2_593), NOON, "has leapt");
    }

    @Test
    void after_the_clock_went_back_commands_wait_until_it_catches_up() {
        keeper.require(NOON, NOON);
        keeper.require(NOON.minusSeconds(60), NOON);
        requireRefused(NOON.minusSeconds(61), NOON, "Set the clock right, or wait");
        keeper.require(NOON, NOON);
        assertThat(gate.reasons()).isEmpty();
    }

    @Test
    void a_ledger_whose_last_event_is_of_another_century_says_so_from_the_start() {
        requireRefused(NOON, FAR, "The last event was recorded at 2200-01-01T00:00:00Z");
    }

    @Test
    void a_reason_changes_with_the_minute_and_not_with_the_second() {
        requireRefused(NOON.plusSeconds(59), FAR, "the database's clock says 2026-11-23T12:00:00Z. Set");
        requireRefused(NOON.plusSeconds(60), FAR, "the database's clock says 2026-11-23T12:01:00Z. Set");
    }

    @Test
    void what_the_clock_says_first_may_be_years_after_the_last_event_but_not_centuries() {
        requireRefused(FAR, NOON.minusSeconds(60), "more than 1096 days after the last event was recorded");
        keeper.require(NOON, NOON.minus(1_096, ChronoUnit.DAYS));
        assertThat(gate.reasons()).isEmpty();
    }

    @Test
    void on_an_empty_ledger_the_clock_may_not_be_years_ahead_of_this_machine() {
        requireRefused(FAR, Instant.EPOCH, "the clock of this machine, which says 2026-11-23T12:00:00Z");
        keeper.require(NOON.plus(400, ChronoUnit.DAYS), Instant.EPOCH);
    }
}
