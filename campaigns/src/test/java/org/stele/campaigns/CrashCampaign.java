package org.stele.campaigns;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * A CrashCampaign kills the process that writes, all of PostgreSQL, or both, at moments of chance under load, again
 * and again on one ledger, and after each death checks what the ledger has kept.
 */
final class CrashCampaign implements AutoCloseable {

    enum Death {
        PROCESS,
        POSTGRES,
        BOTH
    }

    /**
     * An Outcome is what came of one run.
     *
     * @param acknowledged events that were acknowledged in it
     * @param open orders of which nobody knew whether they had been recorded
     * @param found how many of these had been
     * @param retried orders given again afterwards, answered or not
     */
    record Outcome(
            long seed,
            Death death,
            int acknowledged,
            int open,
            int found,
            int retried,
            long millis,
            List<Finding> findings) {}

    /** After so many runs the ledger is a new one, so that reading all of it stays cheap. */
    private static final int RUNS_A_LEDGER = 25;

    private static final int CLIENTS = 24;
    private static final int MAX_BEFORE_DEATH = 300;
    private static final int ASKED_AGAIN = 40;

    private final PostgresServer server;
    private Site site;
    private int runs;

    CrashCampaign(PostgresServer server) throws SQLException {
        this.server = server;
        server.requireDurable();
        this.site = newSite();
    }

    private Site newSite() throws SQLException {
        Site next = Site.on(server, "campaign_" + runs);
        next.start();
        return next;
    }

    Outcome run(long seed) throws SQLException {
        long start = System.nanoTime();
        if (runs > 0 && runs % RUNS_A_LEDGER == 0) {
            site.close();
            site = newSite();
        }
        runs++;
        Random random = new Random(seed);
        Death death = Death.values()[random.nextInt(Death.values().length)];
        int before = site.journal().eventsAcknowledged();
        crash(site, server, death, random, seed);
        int acknowledged = site.journal().eventsAcknowledged() - before;
        List<Order> open = site.journal().open();
        Inspection recovered = site.inspect();
        int retried = settle(open, random);
        List<Finding> findings = new ArrayList<>(recovered.findings());
        findings.addAll(site.inspect().findings());
        int found = Math.toIntExact(open.stream().filter(recovered::holds).count());
        long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
        return new Outcome(seed, death, acknowledged, open.size(), found, retried, millis, findings);
    }

    /** Puts the site's first victim under load, has death strike at some moment, and has everybody up again. */
    static void crash(Site site, PostgresServer server, Death death, Random random, long seed) {
        int before = site.journal().eventsAcknowledged();
        Load load = site.load(CLIENTS, seed);
        try (load) {
            site.awaitAcknowledged(before + 1 + random.nextInt(MAX_BEFORE_DEATH));
            // Not always just after an acknowledgement.
            LockSupport.parkNanos(random.nextLong(Duration.ofMillis(15).toNanos()));
            die(site, server, death, random);
        }
    }

    private static void die(Site site, PostgresServer server, Death death, Random random) {
        VictimProcess victim = site.victims().get(0);
        List<Runnable> killings = new ArrayList<>();
        if (death != Death.POSTGRES) {
            killings.add(victim::kill);
        }
        if (death != Death.PROCESS) {
            killings.add(server::kill);
        }
        Collections.shuffle(killings, random);
        killings.forEach(Runnable::run);
        // It comes up while PostgreSQL recovers, and finds whatever the dead one's last transaction has come to.
        VictimProcess next = death == Death.POSTGRES ? victim : site.launchInPlaceOf(victim);
        if (death != Death.PROCESS) {
            server.start();
        }
        if (death != Death.POSTGRES) {
            next.awaitReady();
        }
    }

    private int settle(List<Order> open, Random random) {
        List<Order> asked = new ArrayList<>(site.journal().acknowledged());
        Collections.shuffle(asked, random);
        List<Order> again = new ArrayList<>(asked.subList(0, Math.min(ASKED_AGAIN, asked.size())));
        again.addAll(open);
        Settlement.of(site.victims().get(0), site.journal(), again);
        return again.size();
    }

    @Override
    public void close() {
        site.close();
        server.close();
    }
}
