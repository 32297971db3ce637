package org.stele.eventstore.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

/** A Query is one SELECT on a connection, with parameters bound and rows mapped. */
public final class Query {

    @FunctionalInterface
    public interface Parameters {
        void bind(PreparedStatement statement) throws SQLException;
    }

    @FunctionalInterface
    public interface Row<T> {
        T map(ResultSet row) throws SQLException;
    }

    private Query() {}

    public static <T> List<T> list(Connection connection, String sql, Parameters parameters, Row<T> mapper)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            // Binary results from the first execution on; text would double the size of every bytea.
            statement.unwrap(PGStatement.class).setPrepareThreshold(-1);
            parameters.bind(statement);
            try (ResultSet rows = statement.executeQuery()) {
                List<T> result = new ArrayList<>();
                while (rows.next()) {
                    result.add(mapper.map(rows));
                }
                return result;
            }
        }
    }

    /** The row of a statement that returns at most one. */
    public static <T> @Nullable T one(Connection connection, String sql, Parameters parameters, Row<T> mapper)
            throws SQLException {
        List<T> rows = list(connection, sql, parameters, mapper);
        return rows.isEmpty() ? null : rows.get(0);
    }

    /** Whether a statement without parameters gives a row. */
    public static boolean exists(Connection connection, String sql) throws SQLException {
        return !list(connection, sql, statement -> {}, row -> Boolean.TRUE).isEmpty();
    }

    /** A text[] column as a list. */
    public static List<String> strings(ResultSet row, String column) throws SQLException {
        return List.of((String[]) Objects.requireNonNull(row.getArray(column)).getArray());
    }

    /** Texts as PostgreSQL writes an array of them: unnest would flatten a nested array. */
    public static String arrayLiteral(List<String> values) {
        return values.stream()
                .map(value -> '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** A timestamptz column that is never null. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class))
                .toInstant();
    }

    /** Closes a connection that has failed; a second failure adds no information. */
    public static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            // Ignored: the connection is discarded.
        }
    }
}
