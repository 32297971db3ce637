package org.stele.eventstore.append.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.stele.eventstore.append.Lookups;
import org.stele.eventstore.append.NodeSettings;
import org.stele.eventstore.append.Sequencer;
import org.stele.eventstore.append.Store;
import org.stele.eventstore.event.StateTag;
import org.stele.eventstore.guard.ClockKeeper;
import org.stele.eventstore.guard.GatedReliance;
import org.stele.eventstore.guard.LedgerWatch;
import org.stele.eventstore.guard.Reliance;
import org.stele.eventstore.jdbc.SessionSettings;
import org.stele.eventstore.read.LedgerSignal;

/** A PostgresStore is the ledger's tables in one database, written by the role that may INSERT. */
public record PostgresStore(DataSource dataSource, StateTag stateTag, Reliance reliance) implements Store {

    /**
     * All queries go by key: a plan made while the tables were small must not be kept as they grow. And every statement
     * has a timeout.
     */
    private static final String SETTINGS = SessionSettings.SQL + """
            SET idle_in_transaction_session_timeout = '30s';
            SET lock_timeout = '10s';
            SET statement_timeout = '30s';
            SET enable_seqscan = off;
            SET enable_hashjoin = off;
            SET enable_mergejoin = off;
            SET enable_bitmapscan = off;
            SET enable_sort = off;
            SET plan_cache_mode = force_generic_plan
            """;

    /** Starts the sequencer of a node with the defaults. */
    public static Sequencer sequencer(DataSource dataSource, LedgerSignal signal, StateTag stateTag) {
        return sequencer(dataSource, signal, NodeSettings.defaults(stateTag));
    }

    /**
     * Starts the sequencer of this node, and the watch over the database objects that it relies on.
     *
     * @param dataSource of the role that may INSERT; not a pool, because three connections are kept
     */
    public static Sequencer sequencer(DataSource dataSource, LedgerSignal signal, NodeSettings node) {
        Reliance reliance = new GatedReliance(node.writeGate(), node.durability());
        ClockKeeper clock = node.clockKeeper();
        LedgerWatch watch = LedgerWatch.start(dataSource, node.writeGate(), reliance, clock);
        return Sequencer.start(
                new PostgresStore(dataSource, node.stateTag(), reliance), node, clock, signal, watch::close);
    }

    @Override
    public Session openSession() throws SQLException {
        Connection connection = connect();
        try {
            return new WriteSession(connection, stateTag, reliance.examine(connection));
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public Lookups openLookups() throws SQLException {
        return new PostgresLookups(connect(), stateTag);
    }

    @Override
    public boolean refusesData(SQLException e) {
        return PostgresErrors.isAboutData(e);
    }

    private Connection connect() throws SQLException {
        Connection connection = dataSource.getConnection();
        try (var statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            statement.execute(SETTINGS);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }
}
