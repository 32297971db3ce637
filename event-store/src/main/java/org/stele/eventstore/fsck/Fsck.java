package org.stele.eventstore.fsck;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.stele.eventstore.damage.Tolerance;
import org.stele.eventstore.event.IntegrityViolation;
import org.stele.eventstore.event.LedgerUnavailable;
import org.stele.eventstore.event.StateTag;
import org.stele.eventstore.jdbc.CopyTableReader;

/**
 * An Fsck reads the whole ledger and computes anew, from the stored bodies, everything else that is stored: commitments,
 * leaves, State chains, tiles, columns, the tag index, the table of commands and the roots that were signed. Then it looks whether
 * the tables are still guarded. It stops at the first thing wrong.
 *
 * <p>It sees one snapshot, so that it may run while events are appended. Each table is read once, from end to end; of what has
 * been read, a few batches of rows and some 100 bytes for every 256 events are held in memory.
 */
public final class Fsck {

    /** Events come by their key, in order; nothing is sorted that may be large, and nothing is compiled for one query. */
    private static final String SETTINGS =
            "SET LOCAL enable_sort = off; SET LOCAL jit = off; SET LOCAL search_path = ''";

    private final DataSource dataSource;
    private final StateTag stateTag;

    /** @param dataSource of any role that may SELECT */
    public Fsck(DataSource dataSource, StateTag stateTag) {
        this.dataSource = dataSource;
        this.stateTag = stateTag;
    }

    /** Checks everything that the database can tell of itself; {@code progress} is told the position from time to time. */
    public FsckReport run(LongConsumer progress) {
        return run(Pinned.NOTHING, progress);
    }

    /** Checks everything, and that the ledger extends the state of which a root was kept outside the database. */
    public FsckReport run(@Nullable PinnedRoot kept, LongConsumer progress) {
        return run(Pinned.NOTHING.with(kept), progress);
    }

    /** Checks everything, and that nothing is missing of what was kept outside the database. */
    public FsckReport run(Pinned kept, LongConsumer progress) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                return run(connection, stateTag, kept, progress);
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new LedgerUnavailable("The ledger cannot be read to its end", e);
        }
    }

    /** Checks what one transaction sees. After a report of something wrong, the transaction may be good for a rollback only. */
    public static FsckReport run(
            Connection connection, StateTag stateTag, @Nullable PinnedRoot kept, LongConsumer progress)
            throws SQLException {
        return run(connection, stateTag, Pinned.NOTHING.with(kept), progress);
    }

    public static FsckReport run(Connection connection, StateTag stateTag, Pinned kept, LongConsumer progress)
            throws SQLException {
        try (var statement = connection.createStatement();
                CopyTableReader tables = new CopyTableReader(connection)) {
            statement.execute(SETTINGS);
            Tolerance accepted;
            try {
                accepted = Tolerance.ofAccepted(connection);
            } catch (SQLException e) {
                return checking(connection, tables, stateTag, kept, Tolerance.none())
                        .unreadable(e);
            }
            return checking(connection, tables, stateTag, kept, accepted).run(progress);
        }
    }

    private static FsckRun checking(
            Connection connection, CopyTableReader tables, StateTag stateTag, Pinned kept, Tolerance accepted) {
        return new FsckRun(connection, tables, stateTag, kept, accepted, (_, what) -> {
            throw new IntegrityViolation(what);
        });
    }
}
