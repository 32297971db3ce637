package org.stele.eventstore.audit;

import java.sql.Connection;
import java.sql.SQLException;
import org.stele.eventstore.damage.Tolerance;
import org.stele.eventstore.event.IntegrityViolation;
import org.stele.eventstore.event.LedgerDamaged;
import org.stele.eventstore.event.StateTag;
import org.stele.eventstore.fsck.Fsck;
import org.stele.eventstore.fsck.FsckRun;
import org.stele.eventstore.fsck.Pinned;
import org.stele.eventstore.jdbc.CopyTableReader;
import org.stele.eventstore.read.OpenLedger;

/**
 * An AuditPass reads the whole ledger once and checks what {@link Fsck} checks, with the same classes: events in pages,
 * each in a short transaction, and then, in one snapshot, the events recorded since and all derived tables.
 */
final class AuditPass {

    private static final int PAGE = 500;

    /** A literal that PostgreSQL reads as bigint: the smallest bigint cannot be written as a plain number. */
    private static final long BEFORE_THE_FIRST = -Long.MAX_VALUE;

    /** A Watcher receives the findings of a pass, and is called between pages. */
    interface Watcher {

        /** A row is wrong whose leaf is sound; the pass continues. */
        void found(AuditFinding finding);

        /** The pages up to a position were read. It may use the connection. */
        void progressed(long position, long size) throws SQLException;
    }

    private final Connection connection;
    private final StateTag stateTag;
    private final Pinned kept;
    private final Tolerance tolerance;
    private final AuditPace pace;
    private final Watcher watcher;
    private boolean foundRows;

    AuditPass(
            Connection connection,
            StateTag stateTag,
            Pinned kept,
            Tolerance tolerance,
            AuditPace pace,
            Watcher watcher) {
        this.connection = connection;
        this.stateTag = stateTag;
        this.kept = kept;
        this.tolerance = tolerance;
        this.pace = pace;
        this.watcher = watcher;
    }

    /**
     * Whether everything was read: false when the audit was closed meanwhile, or when a row was found wrong, which the
     * next pass skips.
     *
     * @throws IntegrityViolation with the first violation that cannot be skipped
     */
    boolean run() throws SQLException, IntegrityViolation {
        try (CopyTableReader tables = new CopyTableReader(connection, 1)) {
            FsckRun run = new FsckRun(connection, tables, stateTag, kept, tolerance, this::found);
            long read = readPages(run, OpenLedger.head(connection));
            if (foundRows || pace.isClosing()) {
                return false;
            }
            finish(run, read);
            return true;
        } catch (LedgerDamaged damaged) {
            throw new IntegrityViolation(damaged.what());
        }
    }

    private void found(long position, String what) {
        foundRows = true;
        watcher.found(AuditFinding.ofRow(position, what));
    }

    private long readPages(FsckRun run, long size) throws SQLException, IntegrityViolation {
        long after = BEFORE_THE_FIRST;
        long upTo = 0;
        while (upTo < size && !pace.isClosing()) {
            upTo = Math.min(size, upTo + PAGE);
            run.events(after, upTo);
            after = upTo;
            watcher.progressed(upTo, size);
            pace.after(upTo);
        }
        return after;
    }

    private void finish(FsckRun run, long read) throws SQLException, IntegrityViolation {
        connection.setAutoCommit(false);
        try {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            run.events(read, Long.MAX_VALUE);
            run.derived();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }
}
