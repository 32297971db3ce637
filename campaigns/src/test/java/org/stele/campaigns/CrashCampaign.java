package org.stele.campaigns;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;

/**
 * A CrashCampaign kills the process that writes, all of PostgreSQL, or both, at moments of chance under load, again and again
 * on one ledger, and after each death checks what the ledger has kept.
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
            int run,
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
    private LedgerDatabase database;
    private Journal journal = new Journal();
    private VictimProcess victim;
    private int runs;

    CrashCampaign(PostgresServer server) throws SQLException {
        this.server = server;
        server.requireDurable();
        this.database = LedgerDatabase.create(server, "campaign_0");
        this.victim = VictimProcess.start(database.url());
    }

    Outcome run(long seed) throws SQLException {
        long start = System.nanoTime();
        if (runs > 0 && runs % RUNS_A_LEDGER == 0) {
            nextLedger();
        }
        Random random = new Random(seed);
        Death death = Death.values()[random.nextInt(Death.values().length)];
        int before = journal.eventsAcknowledged();
        Load load = Load.start(List.of(victim), journal, CLIENTS, seed, "run" + runs + "-");
        try (load) {
            awaitAcknowledged(before + random.nextInt(MAX_BEFORE_DEATH));
            // Not always just after an acknowledgement.
            LockSupport.parkNanos(random.nextLong(Duration.ofMillis(15).toNanos()));
            die(death, random);
        }
        int acknowledged = journal.eventsAcknowledged() - before;
        List<Order> open = journal.open();
        Inspection recovered = Inspection.of(database, journal);
        int retried = settle(open, random);
        Inspection settled = Inspection.of(database, journal);
        List<Finding> findings = new ArrayList<>(recovered.findings());
        findings.addAll(settled.findings());
        int found = Math.toIntExact(open.stream().filter(recovered::holds).count());
        long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
        return new Outcome(runs++, seed, death, acknowledged, open.size(), found, retried, millis, findings);
    }

    private void awaitAcknowledged(int events) {
        Awaitility.await("acknowledgements")
                .atMost(Duration.ofSeconds(60))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> journal.eventsAcknowledged() > events);
    }

    private void die(Death death, Random random) {
        List<Runnable> killings = new ArrayList<>();
        if (death != Death.POSTGRES) {
            killings.add(victim::kill);
        }
        if (death != Death.PROCESS) {
            killings.add(server::kill);
        }
        Collections.shuffle(killings, random);
        killings.forEach(Runnable::run);
        VictimProcess next = death == Death.POSTGRES ? null : launch();
        if (death != Death.PROCESS) {
            server.start();
        }
        if (next != null) {
            next.awaitReady();
            victim = next;
        }
    }

    /** It comes up while PostgreSQL recovers, and finds whatever the dead one's last transaction has come to. */
    private VictimProcess launch() {
        return VictimProcess.launch(database.url(), Victim.Conduct.HONEST, Map.of());
    }

    private int settle(List<Order> open, Random random) {
        List<Order> asked = new ArrayList<>(journal.acknowledged());
        Collections.shuffle(asked, random);
        List<Order> again = new ArrayList<>(asked.subList(0, Math.min(ASKED_AGAIN, asked.size())));
        again.addAll(open);
        Settlement.of(victim, journal, again);
        return again.size();
    }

    private void nextLedger() throws SQLException {
        victim.kill();
        database = LedgerDatabase.create(server, "campaign_" + runs / RUNS_A_LEDGER);
        journal = new Journal();
        victim = launch();
        victim.awaitReady();
    }

    @Override
    public void close() {
        victim.close();
        server.close();
    }
}
