package org.stele.eventstore.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** A Transaction is work on a connection that is committed as a whole, or rolled back and rethrown. */
public final class Transaction {

    /** Work gives a result. */
    @FunctionalInterface
    public interface Work<T> {
        T run() throws SQLException;
    }

    private Transaction() {}

    /** Runs work on a connection that otherwise commits each statement. After an exception the connection is to be closed. */
    public static <T> T run(Connection connection, Work<T> work) throws SQLException {
        connection.setAutoCommit(false);
        T result;
        try {
            result = work.run();
            connection.commit();
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        }
        connection.setAutoCommit(true);
        return result;
    }
}
