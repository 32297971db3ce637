package org.stele.eventstore;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.stele.ledger.Hash;
import org.stele.ledger.Tile;

/** A BatchWriter inserts the rows of a batch: in one statement when they are few, by binary COPY when they are many. */
final class BatchWriter {

    /** From this many events on, COPY is faster than arrays. */
    static final int COPY_FROM_EVENTS = 500;

    static final String CHANNEL = "ledger";

    private static final String INSERT = """
            WITH appended AS (
                INSERT INTO ledger.event (position, event_id, type, recorded_at, tags, body, salt, leaf, leaf_hash)
                SELECT position, event_id, type, ?, tags::text[], body, salt, leaf, leaf_hash
                FROM unnest(?::bigint[], ?::uuid[], ?::text[], ?::text[], ?::bytea[], ?::bytea[], ?::bytea[], ?::bytea[])
                AS e (position, event_id, type, tags, body, salt, leaf, leaf_hash)),
            tagged AS (
                INSERT INTO ledger.event_tag (tag, position, type)
                SELECT tag, position, type FROM unnest(?::bigint[], ?::bigint[], ?::text[]) AS t (tag, position, type))
            SELECT pg_notify(?, ?)
            """;

    private static final String INSERT_TILES = """
            INSERT INTO ledger.merkle_tile (level, index, hashes)
            SELECT level, index, hashes FROM unnest(?::int[], ?::bigint[], ?::bytea[]) AS t (level, index, hashes)
            """;

    private static final String INSERT_COMMANDS = """
            INSERT INTO ledger.command (scope, command_id, request_sha256, first_position, event_count)
            SELECT scope, command_id, request_sha256, first_position, event_count
            FROM unnest(?::text[], ?::uuid[], ?::bytea[], ?::bigint[], ?::int[])
            AS c (scope, command_id, request_sha256, first_position, event_count)
            """;

    private final Connection connection;

    BatchWriter(Connection connection) {
        this.connection = connection;
    }

    void write(Batch batch) throws SQLException {
        if (!batch.commands().isEmpty()) {
            insertCommands(batch.commands());
        }
        if (!batch.tiles().isEmpty()) {
            insertTiles(batch.tiles());
        }
        if (batch.rows().size() < COPY_FROM_EVENTS) {
            insertRows(batch);
        } else {
            CopyRows.write(connection, batch.rows());
            notifyReaders(batch);
        }
    }

    private void insertRows(Batch batch) throws SQLException {
        List<Row> rows = batch.rows();
        List<Row.TagRow> tagRows =
                rows.stream().flatMap(row -> row.tagRows().stream()).toList();
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setObject(1, batch.first().recordedAt().atOffset(ZoneOffset.UTC));
            statement.setArray(2, array("bigint", rows, Row::position));
            statement.setArray(3, array("uuid", rows, row -> row.event().id()));
            statement.setArray(4, array("text", rows, row -> row.event().type()));
            statement.setArray(5, array("text", rows, row -> literal(row.event().tags())));
            statement.setArray(6, bytes(rows, row -> row.event().body()));
            statement.setArray(7, bytes(rows, row -> row.event().salt()));
            statement.setArray(8, bytes(rows, Row::leaf));
            statement.setArray(9, bytes(rows, row -> row.leafHash().bytes()));
            statement.setArray(10, array("bigint", tagRows, Row.TagRow::tag));
            statement.setArray(11, array("bigint", tagRows, Row.TagRow::position));
            statement.setArray(12, array("text", tagRows, Row.TagRow::type));
            statement.setString(13, CHANNEL);
            statement.setString(14, Long.toString(batch.last().position()));
            statement.execute();
        }
    }

    private void insertTiles(List<Tile> tiles) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT_TILES)) {
            statement.setArray(1, array("int", tiles, Tile::level));
            statement.setArray(2, array("bigint", tiles, Tile::index));
            statement.setArray(3, bytes(tiles, Tile::bytes));
            statement.executeUpdate();
        }
    }

    private void insertCommands(List<Batch.CommandRow> commands) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT_COMMANDS)) {
            statement.setArray(
                    1, array("text", commands, command -> command.key().scope()));
            statement.setArray(
                    2, array("uuid", commands, command -> command.key().commandId()));
            statement.setArray(3, bytes(commands, command -> hash(command).bytes()));
            statement.setArray(4, array("bigint", commands, Batch.CommandRow::firstPosition));
            statement.setArray(5, array("int", commands, Batch.CommandRow::eventCount));
            statement.executeUpdate();
        }
    }

    private static Hash hash(Batch.CommandRow command) {
        return command.key().requestSha256();
    }

    private void notifyReaders(Batch batch) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT pg_notify(?, ?)")) {
            statement.setString(1, CHANNEL);
            statement.setString(2, Long.toString(batch.last().position()));
            statement.execute();
        }
    }

    private <T> Array array(String type, List<T> items, Function<T, Object> value) throws SQLException {
        return connection.createArrayOf(type, items.stream().map(value).toArray());
    }

    private <T> Array bytes(List<T> items, Function<T, byte[]> value) throws SQLException {
        return connection.createArrayOf("bytea", items.stream().map(value).toArray(byte[][]::new));
    }

    /** A text[] as PostgreSQL writes it, because unnest would flatten an array of arrays. */
    static String literal(List<String> values) {
        return values.stream()
                .map(value -> '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }
}
