package org.stele.eventstore.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import org.stele.eventstore.event.IntegrityViolation;

/** A Snapshot is one moment of the database, for any number of statements. */
public final class Snapshot {

    @FunctionalInterface
    public interface Reading<T> {
        T read() throws SQLException, IntegrityViolation;
    }

    private Snapshot() {}

    public static <T> T of(Connection connection, Reading<T> reading) throws SQLException, IntegrityViolation {
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
