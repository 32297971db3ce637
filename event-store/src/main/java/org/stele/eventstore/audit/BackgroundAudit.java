package org.stele.eventstore.audit;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stele.eventstore.audit.AuditFinding.Where;
import org.stele.eventstore.damage.AcceptedDamage;
import org.stele.eventstore.damage.Tolerance;
import org.stele.eventstore.event.IntegrityViolation;
import org.stele.eventstore.event.StateTag;
import org.stele.eventstore.fsck.Fsck;
import org.stele.eventstore.fsck.FsckRun;
import org.stele.eventstore.fsck.Pinned;
import org.stele.eventstore.guard.WriteGate;
import org.stele.eventstore.guard.WriteGate.Keeper;
import org.stele.eventstore.home.SigningHome;
import org.stele.eventstore.read.OpenLedger;

/**
 * A BackgroundAudit reads the whole ledger repeatedly and checks what {@link Fsck} checks, on its own thread and
 * connection. While a finding is open, this node signs and files nothing; the audit checks the place again every
 * second, and the node resumes by itself once the damage is repaired, or two persons have accepted it.
 *
 * <p>Every node that files runs its own audit, and so relies on no other node.
 */
public final class BackgroundAudit implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundAudit.class);

    private static final String SETTINGS = """
            SET enable_sort = off; SET jit = off; SET search_path = ''; SET default_transaction_read_only = on;
            SET lock_timeout = '10s'
            """;

    /** The checks of derived tables run at full speed; a pass then pauses for this many times as long. */
    private static final int REST = 4;

    /**
     * The settings of an audit.
     *
     * @param longestPass the longest time of a full pass, however large the ledger
     * @param rest the shortest pause between two passes
     * @param look how often a damaged place is checked again
     */
    public record Settings(
            SigningHome home, StateTag stateTag, Duration longestPass, Duration rest, Duration look, Clock clock) {

        /** The defaults, with the given time for a full pass. */
        public static Settings defaults(SigningHome home, StateTag stateTag, Duration longestPass, Clock clock) {
            return new Settings(home, stateTag, longestPass, Duration.ofSeconds(10), Duration.ofSeconds(1), clock);
        }
    }

    private final DataSource dataSource;
    private final Settings settings;
    private final AuditFindings findings;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AuditPace pace;
    private final Thread thread;
    private final List<AuditFinding> pending = new ArrayList<>();
    private long lookedAtNanos;
    private volatile AuditStatus status = AuditStatus.STARTING;

    private BackgroundAudit(DataSource dataSource, WriteGate gate, Settings settings) {
        this.dataSource = dataSource;
        this.settings = settings;
        this.findings = new AuditFindings(gate, settings.home().findings());
        this.pace = new AuditPace(settings.longestPass(), closing);
        this.thread = Thread.ofPlatform()
                .daemon()
                .priority(Thread.MIN_PRIORITY)
                .name("ledger-audit")
                .unstarted(this::run);
    }

    /**
     * Starts to read; the gate is closed at once if findings were open when the node ended.
     *
     * @param dataSource of any role that may SELECT; not a pool, because the one connection is kept
     */
    public static BackgroundAudit start(DataSource dataSource, WriteGate gate, Settings settings) {
        BackgroundAudit audit = new BackgroundAudit(dataSource, gate, settings);
        gate.letPass(Keeper.AUDIT, AcceptedDamage.TYPES);
        audit.findings.recall();
        audit.thread.start();
        return audit;
    }

    /** The progress and the findings. */
    public AuditStatus status() {
        return status.with(findings.standing());
    }

    private void run() {
        while (!pace.isClosing()) {
            try (Connection connection = dataSource.getConnection()) {
                try (var statement = connection.createStatement()) {
                    statement.execute(SETTINGS);
                }
                while (!pace.isClosing()) {
                    runOn(connection);
                }
            } catch (SQLException | IOException | RuntimeException e) {
                interrupted(e);
            }
        }
    }

    private void interrupted(Exception failure) {
        if (!pace.isClosing()) {
            if (status.interruption().isEmpty()) {
                LOG.warn("The audit was interrupted, and tries again", failure);
            }
            status = status.interrupted(String.valueOf(failure.getMessage()));
            pace.pause(settings.look());
        }
    }

    /** One pass, and the pause after it. */
    private void runOn(Connection connection) throws SQLException, IOException {
        lookAgain(connection);
        Tolerance tolerance = tolerance(connection);
        if (findings.needsPass()) {
            pace.beginInHaste();
        } else {
            pace.begin(OpenLedger.head(connection));
        }
        boolean isWhole = pass(connection, tolerance);
        Duration took = pace.elapsed();
        if (isWhole) {
            status = status.passed(
                    settings.clock().instant(), took, tolerance.accepted().size());
        }
        rest(connection, took);
    }

    private Tolerance tolerance(Connection connection) throws SQLException {
        List<Long> known = findings.standing().stream()
                .filter(finding -> finding.where() == Where.ROW)
                .map(AuditFinding::position)
                .toList();
        return Tolerance.ofAccepted(connection).with(connection, known);
    }

    private boolean pass(Connection connection, Tolerance tolerance) throws SQLException, IOException {
        try {
            boolean isWhole = new AuditPass(
                            connection,
                            settings.stateTag(),
                            Pinned.in(settings.home()),
                            tolerance,
                            pace,
                            watcher(connection))
                    .run();
            addPending(connection);
            if (isWhole) {
                findings.retain(rows());
            }
            return isWhole;
        } catch (IntegrityViolation wrong) {
            replaceElsewhere(wrong);
        } catch (SQLException e) {
            replaceElsewhere(FsckRun.undefined(e));
        }
        return false;
    }

    /**
     * A pass ends at the first violation that cannot be skipped: earlier findings that it passed without naming may be
     * repaired.
     */
    private void replaceElsewhere(IntegrityViolation wrong) {
        AuditFinding finding = AuditFinding.elsewhere(String.valueOf(wrong.getMessage()));
        if (!findings.standing().contains(finding)) {
            findings.add(finding);
            List<AuditFinding> now = findings.standing().stream()
                    .filter(one -> one.where() == Where.ROW || one.equals(finding))
                    .toList();
            findings.retain(now);
        }
    }

    private List<AuditFinding> rows() {
        return findings.standing().stream()
                .filter(finding -> finding.where() == Where.ROW)
                .toList();
    }

    private AuditPass.Watcher watcher(Connection connection) {
        return new AuditPass.Watcher() {
            @Override
            public void found(AuditFinding finding) {
                pending.add(finding);
            }

            @Override
            public void progressed(long position, long size) throws SQLException {
                status = status.at(position, size);
                addPending(connection);
                if (System.nanoTime() - lookedAtNanos > settings.look().toNanos()) {
                    lookAgain(connection);
                }
            }
        };
    }

    /** What a page found, unless it was accepted or redacted since the pass began. */
    private void addPending(Connection connection) throws SQLException {
        if (pending.isEmpty()) {
            return;
        }
        Tolerance now = Tolerance.ofAccepted(connection);
        pending.stream().filter(finding -> !now.covers(finding.position())).forEach(findings::add);
        pending.clear();
    }

    /** Checks the rows again that were found wrong. */
    private void lookAgain(Connection connection) throws SQLException {
        lookedAtNanos = System.nanoTime();
        if (rows().isEmpty()) {
            return;
        }
        Tolerance accepted = Tolerance.ofAccepted(connection);
        List<AuditFinding> left = new ArrayList<>();
        for (AuditFinding finding : findings.standing()) {
            if (finding.where() == Where.ELSEWHERE || stands(connection, finding, accepted)) {
                left.add(finding);
            }
        }
        findings.retain(left);
    }

    private boolean stands(Connection connection, AuditFinding finding, Tolerance accepted) throws SQLException {
        return !accepted.covers(finding.position())
                && FsckRun.wrongRow(connection, finding.position(), settings.stateTag())
                        .isPresent();
    }

    /**
     * The next pass begins sooner while a finding waits for a full pass, and later after a long check of derived
     * tables.
     */
    private void rest(Connection connection, Duration took) throws SQLException {
        Duration left = findings.isEmpty() ? settings.rest() : settings.look();
        if (findings.needsPass()) {
            Duration quiet = took.multipliedBy(REST);
            left = quiet.compareTo(left) > 0 ? quiet : left;
        }
        while (left.isPositive() && !pace.isClosing()) {
            Duration step = left.compareTo(settings.look()) < 0 ? left : settings.look();
            pace.pause(step);
            left = left.minus(step);
            lookAgain(connection);
        }
    }

    /** Stops reading. */
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
