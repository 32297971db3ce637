package org.stele.eventstore.append.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.stele.eventstore.append.Batch;
import org.stele.eventstore.append.postgres.InsertStatement.Texts;
import org.stele.eventstore.jdbc.CommitConditions;
import org.stele.eventstore.read.LedgerSignal;

/**
 * A BatchWriter inserts the rows of a batch and commits: in one round trip when they are few, by binary COPY when they
 * are many. The guard runs first, in the same transaction.
 */
final class BatchWriter {

    /** From about this many events on, COPY with its round trips is faster than arrays. */
    static final int COPY_FROM_EVENTS = 80;

    private static final String NOTIFY_AND_COMMIT =
            "SELECT pg_catalog.pg_notify(?, ?); " + CommitConditions.REQUIRE + "; COMMIT";

    private final Connection connection;
    private final CommitConditions conditions;

    BatchWriter(Connection connection, CommitConditions conditions) {
        this.connection = connection;
        this.conditions = conditions;
    }

    /** Writes in an open transaction, and commits. */
    void writeInTurn(Batch batch) throws SQLException {
        write(Texts.IN_TURN, batch);
    }

    /** Writes in a transaction of its own; returns the database's time. */
    Instant writeAlone(Batch batch) throws SQLException {
        return write(Texts.ALONE, batch);
    }

    private Instant write(Texts texts, Batch batch) throws SQLException {
        if (batch.rows().size() < COPY_FROM_EVENTS) {
            return insert(texts, batch);
        }
        Instant now = guard(texts, batch);
        CopyWriter.write(connection, batch);
        notifyAndCommit(batch);
        return now;
    }

    private Instant guard(Texts texts, Batch batch) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(texts.guard())) {
            InsertStatement.bindGuard(statement, batch);
            return firstInstant(statement);
        }
    }

    private Instant insert(Texts texts, Batch batch) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(texts.insert(batch))) {
            InsertStatement.bind(statement, batch, conditions);
            Instant now = firstInstant(statement);
            requireNoWarning(statement.getWarnings());
            return now;
        }
    }

    private void notifyAndCommit(Batch batch) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NOTIFY_AND_COMMIT)) {
            statement.setString(1, LedgerSignal.CHANNEL);
            statement.setString(2, Long.toString(batch.last().position()));
            conditions.bind(statement, 3);
            statement.execute();
            requireNoWarning(statement.getWarnings());
        }
    }

    /** Ends a transaction. PostgreSQL reports a missing confirmation of a standby as a warning. */
    static void commit(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("COMMIT");
            requireNoWarning(statement.getWarnings());
        }
    }

    private static void requireNoWarning(@Nullable SQLWarning warning) throws SQLWarning {
        if (warning != null) {
            throw warning;
        }
    }

    /** Executes and returns the single value of the first result. */
    private static Instant firstInstant(PreparedStatement statement) throws SQLException {
        boolean isResult = statement.execute();
        while (!isResult) {
            isResult = statement.getMoreResults();
        }
        try (ResultSet row = statement.getResultSet()) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }
}
