package org.stele.eventstore.append.postgres;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.stele.eventstore.append.Batch;
import org.stele.eventstore.append.EventRow;
import org.stele.eventstore.append.LastCommitted;
import org.stele.eventstore.event.IndexRows;
import org.stele.eventstore.jdbc.CommitConditions;
import org.stele.eventstore.jdbc.Query;
import org.stele.eventstore.read.LedgerSignal;
import org.stele.ledger.Tile;

/**
 * A BatchWriter inserts the rows of a batch and commits: in one round trip when they are few, by binary COPY when they
 * are many. The guard runs first, in the same transaction.
 */
final class BatchWriter {

    /** From this many events on, COPY is faster than arrays. */
    static final int COPY_FROM_EVENTS = 300;

    private static final String GUARD = "SELECT ledger.require_tip(?, ?, ?) AS now";
    private static final String BEGIN_AND_GUARD = "BEGIN; " + GUARD;

    /** The SELECT with the guard runs first; only then are the rows inserted. */
    private static final String INSERT_AND_COMMIT =
            "WITH guard AS MATERIALIZED (" + GUARD + "),\n" + """
            appended AS (
                INSERT INTO ledger.event (position, event_id, type, recorded_at, tags, body, salt, leaf, leaf_hash)
                SELECT position, event_id, type, ?, tags::pg_catalog.text[], body, salt, leaf, leaf_hash
                FROM ROWS FROM (pg_catalog.unnest(?::bigint[]), pg_catalog.unnest(?::uuid[]),
                    pg_catalog.unnest(?::text[]), pg_catalog.unnest(?::text[]),
                    pg_catalog.unnest(?::bytea[]), pg_catalog.unnest(?::bytea[]),
                    pg_catalog.unnest(?::bytea[]), pg_catalog.unnest(?::bytea[]))
                AS e (position, event_id, type, tags, body, salt, leaf, leaf_hash) RETURNING 1),
            tagged AS (
                INSERT INTO ledger.event_tag (tag, position, type)
                SELECT tag, position, type FROM ROWS FROM (pg_catalog.unnest(?::bigint[]), pg_catalog.unnest(?::bigint[]),
                    pg_catalog.unnest(?::text[])) AS t (tag, position, type)
                RETURNING 1),
            tiled AS (
                INSERT INTO ledger.merkle_tile (level, index, hashes)
                SELECT level, index, hashes FROM ROWS FROM (pg_catalog.unnest(?::bigint[]), pg_catalog.unnest(?::bigint[]),
                    pg_catalog.unnest(?::bytea[])) AS m (level, index, hashes)
                RETURNING 1),
            answered AS (
                INSERT INTO ledger.command (scope, command_id, request_sha256, first_position, event_count)
                SELECT scope, command_id, request_sha256, first_position, event_count
                FROM ROWS FROM (pg_catalog.unnest(?::text[]), pg_catalog.unnest(?::uuid[]),
                    pg_catalog.unnest(?::bytea[]), pg_catalog.unnest(?::bigint[]),
                    pg_catalog.unnest(?::bigint[]))
                AS c (scope, command_id, request_sha256, first_position, event_count) RETURNING 1)
            SELECT now, pg_catalog.pg_notify(?, ?), (
                SELECT CASE WHEN stored = sent THEN 0
                    ELSE pg_catalog.concat('LT002 ', stored, ' of ', sent)::pg_catalog.int4 END
                FROM (SELECT ?::pg_catalog.text AS sent, pg_catalog.concat_ws('/', (SELECT pg_catalog.count(*) FROM appended),
                    (SELECT pg_catalog.count(*) FROM tagged), (SELECT pg_catalog.count(*) FROM tiled),
                    (SELECT pg_catalog.count(*) FROM answered)) AS stored OFFSET 0) rows) FROM guard;
            """ + CommitConditions.REQUIRE + "; COMMIT";

    private static final String BEGIN_INSERT_AND_COMMIT = "BEGIN; " + INSERT_AND_COMMIT;

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
        write(INSERT_AND_COMMIT, GUARD, batch);
    }

    /** Writes in a transaction of its own; returns the database's time. */
    Instant writeAlone(Batch batch) throws SQLException {
        return write(BEGIN_INSERT_AND_COMMIT, BEGIN_AND_GUARD, batch);
    }

    private Instant write(String insert, String guard, Batch batch) throws SQLException {
        if (batch.rows().size() < COPY_FROM_EVENTS) {
            return insert(insert, batch);
        }
        Instant now = guard(guard, batch);
        CopyWriter.write(connection, batch);
        notifyAndCommit(batch);
        return now;
    }

    private Instant guard(String sql, Batch batch) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bindGuard(statement, batch);
            return firstInstant(statement);
        }
    }

    private void bindGuard(PreparedStatement statement, Batch batch) throws SQLException {
        LastCommitted before = batch.before();
        statement.setLong(1, before.position());
        statement.setBytes(
                2, before.leafHash() == null ? null : before.leafHash().bytes());
        statement.setObject(3, batch.first().recordedAt().atOffset(ZoneOffset.UTC));
    }

    private Instant insert(String sql, Batch batch) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bindGuard(statement, batch);
            statement.setObject(4, batch.first().recordedAt().atOffset(ZoneOffset.UTC));
            bindRows(statement, batch.rows());
            List<IndexRows.TagRow> tagRows =
                    batch.rows().stream().flatMap(row -> row.tagRows().stream()).toList();
            bindTags(statement, tagRows);
            bindTiles(statement, batch.tiles());
            bindCommands(statement, batch.commands());
            statement.setString(24, LedgerSignal.CHANNEL);
            statement.setString(25, Long.toString(batch.last().position()));
            statement.setString(26, rowCounts(batch, tagRows.size()));
            conditions.bind(statement, 27);
            Instant now = firstInstant(statement);
            requireNoWarning(statement.getWarnings());
            return now;
        }
    }

    /** The number of rows that each table must have stored. */
    private static String rowCounts(Batch batch, int tags) {
        return batch.rows().size() + "/" + tags + "/" + batch.tiles().size() + "/"
                + batch.commands().size();
    }

    private void bindRows(PreparedStatement statement, List<EventRow> rows) throws SQLException {
        statement.setArray(5, numbers(rows, EventRow::position));
        statement.setArray(6, texts("uuid", rows, row -> row.event().id().toString()));
        statement.setArray(7, texts("text", rows, row -> row.event().type()));
        statement.setArray(
                8, texts("text", rows, row -> Query.arrayLiteral(row.event().tags())));
        statement.setArray(9, bytes(rows, row -> row.event().body()));
        statement.setArray(10, bytes(rows, row -> row.event().salt()));
        statement.setArray(11, bytes(rows, EventRow::leaf));
        statement.setArray(12, bytes(rows, row -> row.leafHash().bytes()));
    }

    private void bindTags(PreparedStatement statement, List<IndexRows.TagRow> tagRows) throws SQLException {
        statement.setArray(13, numbers(tagRows, IndexRows.TagRow::tag));
        statement.setArray(14, numbers(tagRows, IndexRows.TagRow::position));
        statement.setArray(15, texts("text", tagRows, IndexRows.TagRow::type));
    }

    private void bindTiles(PreparedStatement statement, List<Tile> tiles) throws SQLException {
        statement.setArray(16, numbers(tiles, Tile::level));
        statement.setArray(17, numbers(tiles, Tile::index));
        statement.setArray(18, bytes(tiles, Tile::bytes));
    }

    private void bindCommands(PreparedStatement statement, List<IndexRows.CommandRow> commands) throws SQLException {
        statement.setArray(19, texts("text", commands, command -> command.key().scope()));
        statement.setArray(
                20, texts("uuid", commands, command -> command.key().commandId().toString()));
        statement.setArray(
                21, bytes(commands, command -> command.key().requestSha256().bytes()));
        statement.setArray(22, numbers(commands, IndexRows.CommandRow::firstPosition));
        statement.setArray(23, numbers(commands, IndexRows.CommandRow::eventCount));
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

    private <T> Array numbers(List<T> items, ToLongFunction<T> value) throws SQLException {
        return connection
                .unwrap(PGConnection.class)
                .createArrayOf("int8", items.stream().mapToLong(value).toArray());
    }

    private <T> Array texts(String type, List<T> items, Function<T, String> value) throws SQLException {
        return connection.createArrayOf(type, items.stream().map(value).toArray(String[]::new));
    }

    private <T> Array bytes(List<T> items, Function<T, byte[]> value) throws SQLException {
        return connection.createArrayOf("bytea", items.stream().map(value).toArray(byte[][]::new));
    }
}
