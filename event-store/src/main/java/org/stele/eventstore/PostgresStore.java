package org.stele.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A PostgresStore is the ledger's tables in one database, written by the role that may INSERT. */
record PostgresStore(DataSource dataSource, String stateTagKey, Reliance reliance) implements Store {

    /**
     * Everything here is looked up by key; a plan made while the tables were small must not stay behind as they grow. And
     * nothing waits for ever.
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

    @Override
    public Session openSession() throws SQLException {
        Connection connection = connect();
        try {
            return new WriteSession(connection, stateTagKey, reliance.examine(connection));
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public Lookups openLookups() throws SQLException {
        return new PostgresLookups(connect(), stateTagKey);
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
