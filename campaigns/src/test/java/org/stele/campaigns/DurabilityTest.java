package org.stele.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The guard of every append is replaced by one that switches off the flush of its commit, and PostgreSQL is killed: a
 * writer that does not examine the database loses acknowledged events; one that examines it acknowledges none.
 */
@Tag("long")
class DurabilityTest {

    /** As the last migration made it, but for the first line. */
    private static final String UNSAFE = """
            CREATE OR REPLACE FUNCTION ledger.require_tip(tip bigint, tip_leaf_hash bytea, batch_recorded_at timestamptz)
                RETURNS timestamptz LANGUAGE plpgsql VOLATILE SET search_path = '' AS $$
            DECLARE
                last_position bigint;
            BEGIN
                PERFORM pg_catalog.set_config('synchronous_commit', 'off', true);
                PERFORM pg_catalog.pg_advisory_xact_lock(357896113221);
                SELECT coalesce(max(e.position), 0) INTO last_position FROM ledger.event e;
                IF last_position <> tip THEN
                    RAISE EXCEPTION 'the ledger ends elsewhere' USING ERRCODE = 'LT001';
                END IF;
                RETURN pg_catalog.clock_timestamp();
            END $$
            """;

    /** One crash may fall just after a flush that something else asked for. */
    private static final int MAX_CRASHES = 10;

    private final long seed = Scale.seed("Durability switched off");
    private final Random random = new Random(seed);

    private static PostgresServer server(String name) throws Exception {
        PostgresServer server = Workplace.newServer(name);
        // Nothing else flushes it in time.
        server.set("wal_writer_delay = '10s'\nwal_writer_flush_after = '1GB'\nwal_buffers = '64MB'\n");
        server.start();
        return server;
    }

    @Test
    void a_writer_that_examines_nothing_loses_acknowledged_events() throws Exception {
        try (PostgresServer server = server("switched-off");
                Site site = Site.on(server, "ledger")) {
            VictimProcess victim = site.start(site.database().url(), Victim.Conduct.TRUSTING, Map.of());
            site.awaitRecorded(victim);
            site.database().execute(UNSAFE);
            long lost = 0;
            for (int crash = 0; crash < MAX_CRASHES && lost == 0; crash++) {
                CrashCampaign.crash(site, server, CrashCampaign.Death.BOTH, random, seed + crash);
                lost = site.inspect().findings().stream()
                        .filter(finding -> finding.kind() == Finding.Kind.LOST)
                        .count();
            }
            System.out.println("Without examination: " + lost + " commands lost of "
                    + site.journal().receipts().size() + " acknowledged");
            assertThat(lost).isPositive();
        }
    }

    @Test
    void a_writer_that_examines_its_database_acknowledges_nothing_and_loses_nothing() throws Exception {
        try (PostgresServer server = server("found-out");
                Site site = Site.on(server, "ledger")) {
            VictimProcess victim = site.start();
            String safe = definition(server, site);
            Load load = site.load(24, seed);
            int acknowledged;
            try (load) {
                site.awaitProgress();
                site.database().execute(UNSAFE);
                site.awaitRefused(victim, "function require_tip");
                site.awaitRefused(victim, "function require_tip");
                acknowledged = site.journal().receipts().size();
                site.awaitRefused(victim, "function require_tip");
                server.kill();
                server.start();
                site.awaitRefused(victim, "function require_tip");
            }
            assertThat(site.journal().receipts()).hasSize(acknowledged);
            assertThat(site.inspect().findings())
                    .allSatisfy(finding -> assertThat(finding.text()).contains("guard: function require_tip"));
            System.out.println("With examination: 0 commands lost of " + acknowledged + " acknowledged");
            site.database().execute(safe);
            site.requireAllThere(victim);
        }
    }

    private static String definition(PostgresServer server, Site site) throws SQLException {
        try (Connection connection = server.superuser(site.database().name()).getConnection();
                var statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_get_functiondef('ledger.require_tip'::regproc)")) {
            row.next();
            return row.getString(1);
        }
    }
}
