package org.stele.campaigns;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A connection that is lost around a commit leaves nobody in doubt: what was recorded is acknowledged, once. */
class CutConnectionTest {

    private static final int CUTS = 10;
    private static final int MAX_BETWEEN = 60;

    @ParameterizedTest
    @EnumSource(CommitCut.class)
    void orders_are_recorded_once_although_the_connection_is_cut_at_their_commit(CommitCut cut) throws Exception {
        long seed = Scale.seed("Cutting " + cut + " the commit");
        Random random = new Random(seed);
        try (PostgresServer server = Workplace.server("cut");
                Site site = Site.on(server, "ledger");
                CuttingProxy proxy = new CuttingProxy(server.port())) {
            String url = "jdbc:postgresql://127.0.0.1:%s/%s?sslmode=disable&gssEncMode=disable"
                    .formatted(proxy.port(), site.database().name());
            VictimProcess victim = site.start(url, Victim.Conduct.HONEST, Map.of());
            Load load = site.load(16, seed);
            try (load) {
                for (int i = 1; i <= CUTS; i++) {
                    int done = i;
                    proxy.cutNextCommit(cut);
                    Site.await("cut number " + i, () -> proxy.cuts() == done);
                    site.awaitAcknowledged(site.journal().eventsAcknowledged() + 1 + random.nextInt(MAX_BETWEEN));
                }
            }
            site.requireAllThere(victim);
        }
    }
}
