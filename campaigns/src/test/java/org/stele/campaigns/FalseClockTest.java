package org.stele.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** Clocks that are wrong or jump put no event out of order: the time of recording never goes back. */
class FalseClockTest {

    @Test
    void a_clock_of_the_database_that_jumps_back_and_forth_never_takes_the_time_of_recording_back() throws Exception {
        FalseClock clock = FalseClock.create("database");
        long seed = Scale.seed("A clock that jumps");
        PostgresServer server = Workplace.newServer("clock");
        server.environment(clock.environment());
        server.start();
        try (server;
                Site site = Site.on(server, "ledger")) {
            VictimProcess victim = site.start();
            Load load = site.load(8, seed);
            try (load) {
                site.awaitProgress();
                clock.set("-400d");
                site.awaitRefused(victim, "Set the clock right");
                clock.set("-20s");
                site.awaitProgress();
                clock.set("+2h");
                site.awaitRefused(victim, "has leapt");
                clock.set("+63500d");
                site.awaitRefused(victim, "has leapt");
                clock.set("+0");
                site.awaitProgress();
            }
            site.requireAllThere(victim);
        }
    }

    @Test
    void a_clock_that_is_in_another_century_when_the_writer_starts_is_not_recorded() throws Exception {
        FalseClock clock = FalseClock.create("database-from-the-start");
        PostgresServer server = Workplace.newServer("clock-from-the-start");
        server.environment(clock.environment());
        server.start();
        try (server;
                Site site = Site.on(server, "ledger")) {
            clock.set("+63500d");
            VictimProcess victim = site.start();
            site.awaitRefused(victim, "the clock of this machine");
            clock.set("+0");
            site.awaitRecorded(victim);
            clock.set("+63500d");
            VictimProcess another = site.start();
            site.awaitRefused(another, "after the last event was recorded");
            clock.set("+0");
            site.awaitRecorded(another);
            site.requireAllThere(victim);
        }
    }

    @Test
    void the_clocks_of_the_processes_that_write_do_not_count() throws Exception {
        try (PostgresServer server = Workplace.server("clocks");
                Site site = Site.on(server, "ledger")) {
            VictimProcess late = startAt(site, "-400d");
            VictimProcess early = startAt(site, "+2h");
            for (int i = 0; i < 5; i++) {
                requireRecordedNow(site, late);
                requireRecordedNow(site, early);
            }
            site.requireAllThere(early);
        }
    }

    private static VictimProcess startAt(Site site, String offset) {
        return site.start(site.database().url(), Victim.Conduct.HONEST, FalseClock.environment(offset));
    }

    private static void requireRecordedNow(Site site, VictimProcess victim) {
        assertThat(site.ask(victim))
                .isInstanceOfSatisfying(
                        Answer.Recorded.class,
                        recorded -> assertThat(recorded.receipt().recordedAt())
                                .isCloseTo(Instant.now(), within(60, ChronoUnit.SECONDS)));
    }
}
