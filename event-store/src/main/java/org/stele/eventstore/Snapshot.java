package org.stele.eventstore;

import java.sql.Connection;
import java.sql.SQLException;

/** A Snapshot is what a connection sees at one moment, however many statements read it. */
final class Snapshot {

    @FunctionalInterface
    interface Reading<T> {
        T read() throws SQLException, Wrong;
    }

    private Snapshot() {}

    static <T> T of(Connection connection, Reading<T> reading) throws SQLException, Wrong {
        connection.setAutoCommit(false);
        try {
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return reading.read();
        } finally {
            connection.rollback();
            connection.setReadOnly(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            connection.setAutoCommit(true);
        }
    }
}
