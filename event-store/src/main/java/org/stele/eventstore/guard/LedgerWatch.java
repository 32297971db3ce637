package org.stele.eventstore.guard;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.StringJoiner;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stele.eventstore.event.LedgerUnavailable;
import org.stele.eventstore.guard.WriteGate.Keeper;
import org.stele.eventstore.jdbc.Query;
import org.stele.eventstore.jdbc.SessionSettings;

/**
 * A LedgerWatch examines once a second, on its own connection, what the writer relies on. It opens the gate again when
 * no writer tries. While the database cannot be reached it changes nothing.
 */
public final class LedgerWatch implements AutoCloseable {

    private static final Duration PACE = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(LedgerWatch.class);

    private final DataSource dataSource;
    private final WriteGate gate;
    private final Reliance reliance;
    private final ClockKeeper clock;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private @Nullable Connection connection;
    private String lastFinding = "";

    private LedgerWatch(DataSource dataSource, WriteGate gate, Reliance reliance, ClockKeeper clock) {
        this.dataSource = dataSource;
        this.gate = gate;
        this.reliance = reliance;
        this.clock = clock;
        this.thread = Thread.ofPlatform().daemon().name("ledger-watch").unstarted(this::run);
    }

    /** Examines once at the start, and then repeatedly. */
    public static LedgerWatch start(DataSource dataSource, WriteGate gate, Reliance reliance, ClockKeeper clock) {
        LedgerWatch watch = new LedgerWatch(dataSource, gate, reliance, clock);
        watch.look();
        watch.thread.start();
        return watch;
    }

    private void run() {
        try {
            while (!closing.await(PACE.toMillis(), TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            disconnect();
        }
    }

    private void look() {
        StringJoiner findings = new StringJoiner("; ");
        try {
            Connection open = connected();
            note(findings, () -> {
                reliance.examine(open);
                gate.open(Keeper.INSERTS);
            });
            note(findings, () -> requireClock(open));
            tell(findings.toString());
        } catch (SQLException | RuntimeException e) {
            LOG.debug("What the ledger relies on cannot be examined now", e);
            disconnect();
        }
    }

    private interface Examination {
        void run() throws SQLException;
    }

    private static void note(StringJoiner findings, Examination examination) throws SQLException {
        try {
            examination.run();
        } catch (LedgerUnavailable e) {
            findings.add(e.getMessage());
        }
    }

    private void requireClock(Connection open) throws SQLException {
        Instant[] times = Query.one(open, """
                SELECT pg_catalog.clock_timestamp() AS now, COALESCE(
                    (SELECT e.recorded_at FROM ledger.event e ORDER BY e.position DESC LIMIT 1), 'epoch') AS last
                """, statement -> {}, row ->
                new Instant[] {Query.instant(row, "now"), Query.instant(row, "last")});
        if (times != null) {
            clock.require(times[0], times[1]);
        }
    }

    /** Logs each finding once, and its end. */
    private void tell(String finding) {
        if (!finding.equals(lastFinding)) {
            if (finding.isEmpty()) {
                LOG.info("The ledger records again");
            } else {
                LOG.error("Nothing is recorded now: {}", finding);
            }
            lastFinding = finding;
        }
    }

    private Connection connected() throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = dataSource.getConnection();
            connection = open;
            try (var statement = open.createStatement()) {
                statement.execute(SETTINGS);
            }
        }
        return open;
    }

    private static final String SETTINGS =
            SessionSettings.SQL + "SET lock_timeout = '5s'; SET statement_timeout = '5s'";

    private void disconnect() {
        if (connection != null) {
            Query.closeQuietly(connection);
            connection = null;
        }
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
