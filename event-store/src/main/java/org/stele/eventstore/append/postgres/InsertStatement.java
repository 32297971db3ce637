package org.stele.eventstore.append.postgres;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
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
import org.stele.eventstore.event.IndexRun;
import org.stele.eventstore.jdbc.CommitConditions;
import org.stele.eventstore.jdbc.Query;
import org.stele.eventstore.read.LedgerSignal;
import org.stele.ledger.Tile;

/**
 * An InsertStatement is the guard, all rows of a batch as arrays, and the commit, in one round trip. The SELECT with the guard runs
 * first; only then are the rows inserted.
 */
final class InsertStatement {

    private static final String GUARD = "SELECT ledger.require_tip(?, ?, ?) AS now";

    private static final String ROWS = """
            WITH guard AS MATERIALIZED (%s),
            appended AS (
                INSERT INTO ledger.event (position, event_id, type, recorded_at, tags, body, salt, leaf, leaf_hash)
                SELECT position, event_id, type, ?, tags::pg_catalog.text[], body, salt, leaf, leaf_hash
                FROM ROWS FROM (pg_catalog.unnest(?::bigint[]), pg_catalog.unnest(?::uuid[]),
                    pg_catalog.unnest(?::text[]), pg_catalog.unnest(?::text[]),
                    pg_catalog.unnest(?::bytea[]), pg_catalog.unnest(?::bytea[]),
                    pg_catalog.unnest(?::bytea[]), pg_catalog.unnest(?::bytea[]))
                AS e (position, event_id, type, tags, body, salt, leaf, leaf_hash) RETURNING 1),
            indexed AS (
                INSERT INTO ledger.index_run (key, block, type, first, more)
                SELECT key, block, type, first, more::smallint[]
                FROM ROWS FROM (pg_catalog.unnest(?::bigint[]), pg_catalog.unnest(?::bigint[]), pg_catalog.unnest(?::int[]),
                    pg_catalog.unnest(?::smallint[]), pg_catalog.unnest(?::text[]))
                AS r (key, block, type, first, more) RETURNING 1),
            answered AS (
                INSERT INTO ledger.command (scope, command_id, request_sha256, first_position, event_count)
                SELECT scope, command_id, request_sha256, first_position, event_count
                FROM ROWS FROM (pg_catalog.unnest(?::text[]), pg_catalog.unnest(?::uuid[]),
                    pg_catalog.unnest(?::bytea[]), pg_catalog.unnest(?::bigint[]),
                    pg_catalog.unnest(?::bigint[]))
                AS c (scope, command_id, request_sha256, first_position, event_count) RETURNING 1)
            """.formatted(GUARD);

    private static final String TILES = """
            , tiled AS (
                INSERT INTO ledger.merkle_tile (level, index, hashes)
                SELECT level, index, hashes FROM ROWS FROM (pg_catalog.unnest(?::bigint[]), pg_catalog.unnest(?::bigint[]),
                    pg_catalog.unnest(?::bytea[])) AS m (level, index, hashes)
                RETURNING 1)
            """;

    private static final String COUNT_AND_COMMIT = """
            SELECT now, pg_catalog.pg_notify(?, ?), (
                SELECT CASE WHEN stored = sent THEN 0
                    ELSE pg_catalog.concat('LT002 ', stored, ' of ', sent)::pg_catalog.int4 END
                FROM (SELECT ?::pg_catalog.text AS sent, pg_catalog.concat_ws('/', (SELECT pg_catalog.count(*) FROM appended),
                    (SELECT pg_catalog.count(*) FROM indexed), %s,
                    (SELECT pg_catalog.count(*) FROM answered)) AS stored OFFSET 0) rows) FROM guard;
            """ + CommitConditions.REQUIRE + "; COMMIT";

    /**
     * A Texts is what is sent: the guard alone, before COPY, or the guard with all rows. Of a hundred batches of one submitter one fills
     * a tile; the others do without the part that inserts it.
     */
    record Texts(String guard, String withTiles, String withoutTiles) {

        /** In an open transaction. */
        static final Texts IN_TURN = after("");

        /** In a transaction of its own. */
        static final Texts ALONE = after("BEGIN; ");

        private static Texts after(String begin) {
            return new Texts(
                    begin + GUARD,
                    begin + ROWS + TILES + COUNT_AND_COMMIT.replace("%s", "(SELECT pg_catalog.count(*) FROM tiled)"),
                    begin + ROWS + COUNT_AND_COMMIT.replace("%s", "0"));
        }

        String insert(Batch batch) {
            return batch.tiles().isEmpty() ? withoutTiles : withTiles;
        }
    }

    private final Connection connection;
    private final PreparedStatement statement;
    private int parameter = 4;

    InsertStatement(Connection connection, PreparedStatement statement) {
        this.connection = connection;
        this.statement = statement;
    }

    static void bindGuard(PreparedStatement statement, Batch batch) throws SQLException {
        LastCommitted before = batch.before();
        statement.setLong(1, before.position());
        statement.setBytes(
                2, before.leafHash() == null ? null : before.leafHash().bytes());
        statement.setObject(3, batch.first().recordedAt().atOffset(ZoneOffset.UTC));
    }

    void bind(Batch batch, CommitConditions conditions) throws SQLException {
        bindGuard(statement, batch);
        statement.setObject(parameter++, batch.first().recordedAt().atOffset(ZoneOffset.UTC));
        bindRows(batch.rows());
        List<IndexRun> runs = batch.runs();
        bindRuns(runs);
        bindCommands(batch.commands());
        if (!batch.tiles().isEmpty()) {
            bindTiles(batch.tiles());
        }
        statement.setString(parameter++, LedgerSignal.CHANNEL);
        statement.setString(parameter++, Long.toString(batch.last().position()));
        statement.setString(parameter++, rowCounts(batch, runs.size()));
        conditions.bind(statement, parameter);
    }

    /** The number of rows that each table must have stored. */
    private static String rowCounts(Batch batch, int runs) {
        return batch.rows().size() + "/" + runs + "/" + batch.tiles().size() + "/"
                + batch.commands().size();
    }

    private void bindRows(List<EventRow> rows) throws SQLException {
        numbers(rows, EventRow::position);
        texts("uuid", rows, row -> row.event().id().toString());
        texts("text", rows, row -> row.event().type());
        texts("text", rows, row -> Query.arrayLiteral(row.event().tags()));
        bytes(rows, row -> row.event().body());
        bytes(rows, row -> row.event().salt());
        bytes(rows, EventRow::leaf);
        bytes(rows, row -> row.leafHash().bytes());
    }

    private void bindRuns(List<IndexRun> runs) throws SQLException {
        numbers(runs, IndexRun::key);
        numbers(runs, IndexRun::block);
        numbers(runs, IndexRun::type);
        numbers(runs, IndexRun::first);
        texts("text", runs, run -> more(run.more()));
    }

    /** As PostgreSQL writes an array; null for an empty one. */
    private static @Nullable String more(short[] places) {
        if (places.length == 0) {
            return null;
        }
        StringBuilder text = new StringBuilder(5 * places.length + 1);
        for (short place : places) {
            text.append(text.isEmpty() ? '{' : ',').append(place);
        }
        return text.append('}').toString();
    }

    private void bindTiles(List<Tile> tiles) throws SQLException {
        numbers(tiles, Tile::level);
        numbers(tiles, Tile::index);
        bytes(tiles, Tile::bytes);
    }

    private void bindCommands(List<IndexRows.CommandRow> commands) throws SQLException {
        texts("text", commands, command -> command.key().scope());
        texts("uuid", commands, command -> command.key().commandId().toString());
        bytes(commands, command -> command.key().requestSha256().bytes());
        numbers(commands, IndexRows.CommandRow::firstPosition);
        numbers(commands, IndexRows.CommandRow::eventCount);
    }

    private <T> void numbers(List<T> items, ToLongFunction<T> value) throws SQLException {
        array(connection
                .unwrap(PGConnection.class)
                .createArrayOf("int8", items.stream().mapToLong(value).toArray()));
    }

    private <T> void texts(String type, List<T> items, Function<T, @Nullable String> value) throws SQLException {
        array(connection.createArrayOf(type, items.stream().map(value).toArray(String[]::new)));
    }

    private <T> void bytes(List<T> items, Function<T, byte[]> value) throws SQLException {
        array(connection.createArrayOf("bytea", items.stream().map(value).toArray(byte[][]::new)));
    }

    private void array(Array array) throws SQLException {
        statement.setArray(parameter++, array);
    }
}
