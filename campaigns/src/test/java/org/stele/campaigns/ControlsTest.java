package org.stele.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The campaigns can fail: each fault that is planted is found. */
@Tag("long")
class ControlsTest {

    private static final int MAX_DEATHS = 5;

    private final long seed = Scale.seed("A control");
    private final Random random = new Random(seed);

    @Test
    void commits_that_are_confirmed_before_they_are_flushed_are_detected() throws Exception {
        PostgresServer server = Workplace.newServer("confirms-early");
        // Nothing else flushes it in time.
        server.set("wal_writer_delay = '10s'\nwal_writer_flush_after = '1GB'\nwal_buffers = '64MB'\n");
        server.start();
        try (server;
                Site site = Site.on(server, "ledger")) {
            // The writer sets synchronous_commit for its session, so each of its transactions sets it back.
            site.database().execute("""
                    CREATE FUNCTION ledger.confirm_early() RETURNS trigger LANGUAGE plpgsql AS $$
                    BEGIN PERFORM set_config('synchronous_commit', 'off', true); RETURN NULL; END $$
                    """, """
                    CREATE TRIGGER confirm_early AFTER INSERT ON ledger.event
                    FOR EACH STATEMENT EXECUTE FUNCTION ledger.confirm_early()
                    """);
            site.start(site.database().url(), Victim.Conduct.TRUSTING, Map.of());
            List<Finding.Kind> found = new ArrayList<>();
            // A server that happens to flush everything just before it is killed loses nothing.
            for (int death = 0; death < MAX_DEATHS && !found.contains(Finding.Kind.LOST); death++) {
                CrashCampaign.crash(site, server, CrashCampaign.Death.BOTH, random, seed + death);
                site.inspect().findings().forEach(finding -> found.add(finding.kind()));
            }
            assertThat(found).contains(Finding.Kind.LOST);
        }
    }

    @Test
    void a_process_that_acknowledges_before_it_commits_is_detected() throws Exception {
        try (PostgresServer server = Workplace.server("hasty");
                Site site = Site.on(server, "ledger")) {
            site.start(site.database().url(), Victim.Conduct.HASTY, Map.of());
            CrashCampaign.crash(site, server, CrashCampaign.Death.PROCESS, random, seed);
            assertThat(site.inspect().findings()).extracting(Finding::kind).contains(Finding.Kind.LOST);
        }
    }

    @Test
    void a_process_whose_fence_accepts_everything_is_detected() throws Exception {
        try (PostgresServer server = Workplace.server("credulous");
                Site site = Site.on(server, "ledger")) {
            VictimProcess victim = site.start(site.database().url(), Victim.Conduct.CREDULOUS, Map.of());
            Restoration older = Restoration.ofEarlierState(site, victim);
            older.restore();
            site.awaitRecorded(victim);
            assertThat(site.inspect().findings()).extracting(Finding::kind).contains(Finding.Kind.LOST);
        }
    }
}
