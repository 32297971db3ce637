package org.stele.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two processes on one database write one dense history, whatever becomes of one of them; the other one goes on. */
@Tag("long")
class TwoWritersTest {

    private static final int RUNS_A_LEDGER = 25;
    private static final int CLIENTS = 16;
    private static final int MAX_BEFORE = 200;
    private static final int PROGRESS = 60;

    private enum Disturbance {
        NONE,
        STOPPED,
        KILLED
    }

    @Test
    void two_processes_write_one_history_also_when_one_is_stopped_and_resumed_or_killed() throws Exception {
        int runs = Scale.runs(4, 500);
        long seed = Scale.seed("The campaign of two writers");
        int events = 0;
        try (PostgresServer server = Workplace.server("two-writers")) {
            for (int first = 0; first < runs; first += RUNS_A_LEDGER) {
                int last = Math.min(runs, first + RUNS_A_LEDGER);
                try (Site site = Site.on(server, "ledger_" + first)) {
                    start(site, "first");
                    start(site, "second");
                    for (int run = first; run < last; run++) {
                        run(site, seed + run);
                    }
                    events += site.journal().eventsAcknowledged();
                }
            }
        }
        System.out.printf(
                "Two writers: %s runs, seeds %s to %s, %s events acknowledged, 0 forks, 0 gaps, 0 lost%n",
                runs, seed, seed + runs - 1, events);
    }

    private static VictimProcess start(Site site, String name) {
        return site.start(site.database().url() + "?ApplicationName=" + name, Victim.Conduct.HONEST, Map.of());
    }

    private static void run(Site site, long seed) {
        Random random = new Random(seed);
        int before = site.journal().eventsAcknowledged();
        Load load = site.load(CLIENTS, seed);
        try (load) {
            site.awaitAcknowledged(before + 1 + random.nextInt(MAX_BEFORE));
            disturb(site, Disturbance.values()[random.nextInt(3)]);
        }
        site.victims().forEach(site::awaitRecorded);
        site.settle(site.victims().get(random.nextInt(2)));
        assertThat(site.inspect().findings()).as("seed %d", seed).isEmpty();
    }

    private static void disturb(Site site, Disturbance disturbance) {
        VictimProcess first = site.victims().get(0);
        switch (disturbance) {
            case NONE -> site.awaitProgress();
            case STOPPED -> {
                first.stop();
                try {
                    awaitProgressWithout(site, "first");
                } finally {
                    first.resume();
                }
                site.awaitProgress();
            }
            case KILLED -> {
                first.kill();
                VictimProcess next = site.launchInPlaceOf(first);
                site.awaitProgress();
                next.awaitReady();
            }
        }
    }

    /**
     * PostgreSQL ends a transaction whose client has gone silent after 30 seconds; here it is told to at once. Such a
     * transaction is idle, or in the middle of what the client was about to send.
     */
    private static void awaitProgressWithout(Site site, String stopped) {
        int goal = site.journal().eventsAcknowledged() + PROGRESS;
        Awaitility.await("progress of the other writer")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    site.database()
                            .execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                                    + " WHERE application_name = '" + stopped
                                    + "' AND xact_start IS NOT NULL AND wait_event = 'ClientRead'");
                    return site.journal().eventsAcknowledged() >= goal;
                });
    }
}
