package org.stele.eventstore.signing;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stele.eventstore.damage.AcceptedDamage;
import org.stele.eventstore.damage.DamagedRow;
import org.stele.eventstore.event.IntegrityViolation;
import org.stele.eventstore.event.LedgerDamaged;
import org.stele.eventstore.event.LedgerUnavailable;
import org.stele.eventstore.guard.Durability;
import org.stele.eventstore.guard.GatedReliance;
import org.stele.eventstore.guard.WriteGate;
import org.stele.eventstore.guard.WriteGate.Keeper;
import org.stele.eventstore.home.Pins.AcceptedRoot;
import org.stele.eventstore.home.SigningHome;
import org.stele.eventstore.home.SigningKeys;
import org.stele.eventstore.home.SigningRefused;
import org.stele.eventstore.jdbc.SessionSettings;
import org.stele.eventstore.log.StatesRows;
import org.stele.eventstore.witness.Witness;
import org.stele.eventstore.witness.WitnessClient;

/**
 * A CheckpointSigner signs the growth of the ledger, about every second, on its own thread and connection: appends
 * never wait for it. Of several nodes on one database one signs; the others stand by, compute the same, and pin it too.
 *
 * <p>Before anything is signed, hashes are recomputed from the stored bodies. A contradiction to what was signed stops
 * signing and recording until an operator intervenes; errors of the database only interrupt it.
 */
public final class CheckpointSigner implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointSigner.class);

    private static final String SETTINGS = SessionSettings.SQL + """
            SET idle_in_transaction_session_timeout = '30s';
            SET lock_timeout = '10s';
            SET statement_timeout = '60s';
            SET enable_seqscan = off;
            SET plan_cache_mode = force_generic_plan;
            LISTEN\s""" + StatesRows.CHANNEL;

    /**
     * The parts and settings of a signer.
     *
     * @param home where its pins are kept
     * @param interval between one round and the next
     * @param headsInterval the least time between State heads that nobody asked for
     * @param witnessTimeout the longest time to wait for witnesses
     */
    public record Settings(
            SigningKeys keys,
            SigningHome home,
            List<Witness> witnesses,
            Duration interval,
            Duration headsInterval,
            Duration witnessTimeout) {

        /** The defaults: a round a second, State heads every ten minutes, two seconds for witnesses. */
        public static Settings defaults(SigningKeys keys, SigningHome home, List<Witness> witnesses) {
            return new Settings(
                    keys, home, witnesses, Duration.ofSeconds(1), Duration.ofMinutes(10), Duration.ofSeconds(2));
        }
    }

    public record Parts(SigningKeys keys, SigningHome home, List<Witness> witnesses, WitnessClient client) {}

    private final DataSource dataSource;
    private final Settings settings;
    private final WriteGate gate;
    private final Parts parts;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final CountDownLatch begun = new CountDownLatch(1);
    private final Thread thread;
    private volatile SigningStatus status = SigningStatus.STARTING;
    private volatile @Nullable AcceptedRoot accepted;
    private boolean isHeld;

    private CheckpointSigner(DataSource dataSource, Settings settings, WriteGate gate) {
        this.dataSource = dataSource;
        this.gate = gate;
        this.settings = settings;
        this.parts = new Parts(
                settings.keys(), settings.home(), settings.witnesses(), new WitnessClient(settings.witnessTimeout()));
        // Not a virtual thread: long computations would block a carrier thread that answers requests.
        this.thread = Thread.ofPlatform().daemon().name("ledger-signer").unstarted(this::run);
    }

    /**
     * Starts to sign. Without kept files in the home the gate stays closed until the empty ledger is pinned there: an
     * event recorded before would belong to a ledger that nothing outside the database identifies.
     *
     * @param dataSource of the role that may INSERT; not a pool, because the one connection is kept
     * @param gate that is closed when the database contradicts what was signed
     */
    public static CheckpointSigner start(DataSource dataSource, Settings settings, WriteGate gate) {
        CheckpointSigner signer = new CheckpointSigner(dataSource, settings, gate);
        if (!settings.home().keepsAnything()) {
            gate.close(Keeper.SIGNER, "the signer has not begun yet, and nothing is pinned of this ledger");
        }
        signer.thread.start();
        return signer;
    }

    /**
     * Waits until the first session has begun, or has failed.
     *
     * @return whether it has within this time
     */
    public boolean awaitBegun(Duration timeout) throws InterruptedException {
        return begun.await(timeout.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Its current status. */
    public SigningStatus status() {
        return status;
    }

    /** The operator's word under which this ledger was accepted without kept files; null otherwise. */
    public @Nullable AcceptedRoot accepted() {
        return accepted;
    }

    private void run() {
        while (closing.getCount() > 0) {
            if (isHeldByAudit()) {
                begun.countDown();
                pause();
                continue;
            }
            try (Connection connection = dataSource.getConnection()) {
                runOn(connection);
            } catch (DamagedRow e) {
                hold(String.valueOf(e.getMessage()));
            } catch (SigningRefused | LedgerDamaged | IntegrityViolation e) {
                stop(String.valueOf(e.getMessage()));
                LOG.error("Nothing more is signed, and nothing recorded: {}", e.getMessage());
                return;
            } catch (SQLException | IOException | LedgerUnavailable e) {
                interrupted(e);
                begun.countDown();
            } catch (RuntimeException e) {
                stop("a defect: " + e);
                LOG.error("Nothing more is signed, and nothing recorded", e);
                return;
            }
        }
    }

    /** Nothing is signed while a finding of the audit is open; afterwards a new session begins. */
    private boolean isHeldByAudit() {
        String reason = gate.reasons().get(Keeper.AUDIT);
        if (reason == null) {
            return false;
        }
        if (!status.reason().equals(reason)) {
            LOG.warn("Nothing is signed for now: {}", reason);
            status = status.interrupted(reason);
        }
        return true;
    }

    /**
     * A body may be restored, or its damage accepted by events recorded meanwhile: it is checked again in the next
     * round.
     */
    private void hold(String reason) {
        if (!isHeld) {
            LOG.error("Nothing is signed or recorded until this is mended or accepted: {}", reason);
        }
        isHeld = true;
        status = status.interrupted(reason);
        gate.letPass(Keeper.SIGNER, AcceptedDamage.TYPES);
        gate.close(Keeper.SIGNER, reason);
        begun.countDown();
        pause();
    }

    private void release() {
        if (isHeld) {
            isHeld = false;
            gate.open(Keeper.SIGNER);
            LOG.warn("What was damaged is mended or accepted: signing and recording go on");
        }
    }

    /** Events appended to a database that contradicts its signatures would have to be discarded with it. */
    private void stop(String reason) {
        gate.letPass(Keeper.SIGNER, Set.of());
        gate.close(Keeper.SIGNER, "the database contradicts what was signed: " + reason);
        status = status.stopped(reason);
        begun.countDown();
    }

    private void interrupted(Exception failure) {
        if (closing.getCount() > 0) {
            status = status.interrupted(String.valueOf(failure.getMessage()));
            LOG.warn("Signing was interrupted, trying again", failure);
            pause();
        }
    }

    private void runOn(Connection connection) throws SQLException, IOException, IntegrityViolation {
        try (var statement = connection.createStatement()) {
            statement.execute(SETTINGS);
        }
        SigningSession session = SigningSession.begin(connection, parts);
        accepted = session.pins().accepted();
        if (!isHeld) {
            gate.open(Keeper.SIGNER);
        }
        begun.countDown();
        Duration headsAge = session.headsAge();
        long headsAtNanos = System.nanoTime() - (headsAge == null ? settings.headsInterval() : headsAge).toNanos();
        boolean headsWanted = false;
        while (closing.getCount() > 0 && !isHeldByAudit()) {
            long start = System.nanoTime();
            if (session.size() > 0) {
                // The first checkpoint is usually that of an empty ledger, and the start waits for it.
                GatedReliance.require(connection, Durability.configured());
            }
            long before = session.headsSize();
            if (headsWanted) {
                // For the size that the requester saw signed, not a later one.
                session.recordHeads();
            }
            session.round();
            release();
            if (start - headsAtNanos >= settings.headsInterval().toNanos()) {
                session.recordHeads();
            }
            if (session.headsSize() > before) {
                headsAtNanos = start;
            }
            long end = System.nanoTime();
            accepted = session.pins().accepted();
            status = new SigningStatus(session.phase(), session.size(), Duration.ofNanos(end - start), "");
            headsWanted = awaitNext(connection, settings.interval().toNanos() - (end - start));
        }
    }

    /** Waits for the next round; returns early, and true, when State heads are requested. */
    private static boolean awaitNext(Connection connection, long nanos) throws SQLException {
        int millis = Math.max(1, Math.toIntExact(TimeUnit.NANOSECONDS.toMillis(nanos)));
        PGNotification[] heard = connection.unwrap(PGConnection.class).getNotifications(millis);
        return heard != null && heard.length > 0;
    }

    private void pause() {
        try {
            closing.await(settings.interval().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            closing.countDown();
        }
    }

    /** Stops signing, and waits for a running round to end: about an interval, or the timeout for witnesses. */
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        parts.client().close();
    }
}
