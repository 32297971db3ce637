package org.stele.eventstore.append.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stele.eventstore.append.Batch;
import org.stele.eventstore.append.CommitInDoubt;
import org.stele.eventstore.append.EventRow;
import org.stele.eventstore.append.LastCommitted;
import org.stele.eventstore.append.Lookups;
import org.stele.eventstore.append.NotCommitted;
import org.stele.eventstore.append.StaleWriterState;
import org.stele.eventstore.append.Store;
import org.stele.eventstore.append.WriterState;
import org.stele.eventstore.event.StateTag;
import org.stele.eventstore.jdbc.CommitConditions;
import org.stele.eventstore.jdbc.Query;
import org.stele.ledger.Hash;

/**
 * A WriteSession is the one connection that appends. The driver does not manage its transactions: BEGIN and COMMIT
 * travel with the other statements, so that a batch costs one round trip.
 */
public final class WriteSession implements Store.Session {

    /**
     * Writers of several nodes take turns. The lock ends with the transaction, so that whoever gets it knows that the
     * transaction has ended.
     */
    public static final long WRITER_LOCK = 0x5354454C45L;

    /** Raised by ledger.require_tip. */
    private static final String STALE_WRITER_STATE = "LT001";

    /** The last statement sees everything committed before the lock was granted. */
    private static final String BEGIN = """
            BEGIN;
            SELECT pg_catalog.pg_advisory_xact_lock(?);
            SELECT pg_catalog.clock_timestamp() AS now,
                (SELECT leaf_hash FROM ledger.event WHERE position = ?) AS last_committed
            """;

    /** The message makes this a commit that a synchronous standby must confirm, together with everything before it. */
    private static final String CONFIRM =
            "SELECT pg_catalog.pg_logical_emit_message(true, 'stele', 'confirm'); " + CommitConditions.REQUIRE;

    private static final String HOLDS = """
            BEGIN;
            SELECT pg_catalog.pg_advisory_xact_lock(?);
            SELECT (SELECT leaf_hash FROM ledger.event WHERE event_id = ? AND position = ?) AS found
            """;

    private final Connection connection;
    private final CommitConditions conditions;
    private final PostgresLookups lookups;
    private final BatchWriter writer;

    /** @param conditions that each transaction must find unchanged at its end */
    WriteSession(Connection connection, StateTag stateTag, CommitConditions conditions) {
        this.connection = connection;
        this.conditions = conditions;
        this.lookups = new PostgresLookups(connection, stateTag);
        this.writer = new BatchWriter(connection, conditions);
    }

    @Override
    public Store.Opening begin(LastCommitted lastCommitted) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BEGIN)) {
            statement.setLong(1, WRITER_LOCK);
            statement.setLong(2, lastCommitted.position());
            try (ResultSet row = lastResult(statement)) {
                row.next();
                boolean holdsLastCommitted =
                        Objects.equals(hash(row.getBytes("last_committed")), lastCommitted.leafHash());
                return new Store.Opening(Query.instant(row, "now"), holdsLastCommitted);
            }
        }
    }

    private static ResultSet lastResult(PreparedStatement statement) throws SQLException {
        boolean isResult = statement.execute();
        ResultSet last = null;
        while (isResult || statement.getUpdateCount() != -1) {
            last = isResult ? statement.getResultSet() : last;
            isResult = statement.getMoreResults(Statement.KEEP_CURRENT_RESULT);
        }
        return Objects.requireNonNull(last, "result");
    }

    private static @Nullable Hash hash(byte @Nullable [] bytes) {
        return bytes == null ? null : Hash.of(bytes);
    }

    @Override
    public WriterState writerState() throws SQLException {
        return WriterStateLoader.load(connection);
    }

    @Override
    public Lookups lookups() {
        return lookups;
    }

    @Override
    public void write(Batch batch) throws SQLException, CommitInDoubt {
        try {
            writer.writeInTurn(batch);
        } catch (SQLException e) {
            throw certain(e);
        }
    }

    @Override
    public Instant append(Batch batch) throws SQLException, CommitInDoubt, StaleWriterState {
        try {
            return writer.writeAlone(batch);
        } catch (SQLException e) {
            SQLException refusal = certain(e);
            if (STALE_WRITER_STATE.equals(refusal.getSQLState()) || PostgresErrors.isOfAnotherWriter(refusal)) {
                rollBack();
                throw new StaleWriterState(String.valueOf(refusal.getMessage()));
            }
            throw refusal;
        }
    }

    /**
     * An error after which certainly nothing was committed: the server refused a statement and the connection is
     * usable.
     */
    private static SQLException certain(SQLException e) throws CommitInDoubt {
        if (!PostgresErrors.isRefusal(e) || e instanceof SQLWarning) {
            throw new CommitInDoubt(e);
        }
        return NotCommitted.of(e);
    }

    @Override
    public void confirm() throws SQLException, CommitInDoubt {
        try (PreparedStatement statement = connection.prepareStatement(CONFIRM)) {
            conditions.bind(statement, 1);
            statement.execute();
            BatchWriter.commit(connection);
        } catch (SQLException e) {
            throw certain(e);
        }
    }

    private void rollBack() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("ROLLBACK");
        }
    }

    @Override
    public boolean holds(Batch batch) throws SQLException, CommitInDoubt {
        EventRow row = batch.first();
        try (PreparedStatement statement = connection.prepareStatement(HOLDS)) {
            statement.setLong(1, WRITER_LOCK);
            statement.setObject(2, row.event().id());
            statement.setLong(3, row.position());
            boolean found;
            try (ResultSet result = lastResult(statement)) {
                result.next();
                found = Arrays.equals(row.leafHash().bytes(), result.getBytes("found"));
            }
            confirm();
            return found;
        }
    }

    @Override
    public void close() {
        Query.closeQuietly(connection);
    }
}
