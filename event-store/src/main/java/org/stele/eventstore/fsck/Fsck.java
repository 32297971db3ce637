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
 * An Fsck reads the whole ledger and recomputes from the stored bodies everything else that is stored: commitments,
 * leaves, State chains, tiles, columns, the tag index, the table of commands and the signed roots. Then it checks that
 * the tables are still guarded. It stops at the first violation.
 *
 * <p>It reads one snapshot, so it may run while events are appended. Each table is read once, from end to end; it holds
 * in memory a few batches of rows, eight bytes of each event, and some 100 bytes for every 256.
 */
public final class Fsck {

    /** Read by key, in order: no large sort, and no JIT compilation of single queries. */
    private static final String SETTINGS =
            "SET LOCAL enable_sort = off; SET LOCAL jit = off; SET LOCAL search_path = ''";

    private final DataSource dataSource;
    private final StateTag stateTag;

    /** @param dataSource of any role that may SELECT */
    public Fsck(DataSource dataSource, StateTag stateTag) {
        this.dataSource = dataSource;
        this.stateTag = stateTag;
    }

    /**
     * Checks everything that the database alone can show; {@code progress} receives the position from time to time.
     */
    public FsckReport run(LongConsumer progress) {
        return run(Pinned.NOTHING, progress);
    }

    /** Checks everything, and that the ledger extends the state whose root was pinned outside the database. */
    public FsckReport run(@Nullable PinnedRoot kept, LongConsumer progress) {
        return run(Pinned.NOTHING.with(kept), progress);
    }

    /** Checks everything, and that nothing pinned outside the database is missing. */
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

    /** Checks what one transaction sees. After a violation the transaction may only be rolled back. */
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
