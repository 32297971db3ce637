package org.stele.eventstore.append.postgres;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import org.stele.eventstore.append.Batch;
import org.stele.eventstore.append.EncodedEvent;
import org.stele.eventstore.append.EventRow;
import org.stele.eventstore.append.LastCommitted;
import org.stele.eventstore.event.IndexRows;
import org.stele.eventstore.event.IndexRun;
import org.stele.eventstore.jdbc.CommitConditions;
import org.stele.eventstore.jdbc.CopyFormat;
import org.stele.eventstore.read.LedgerSignal;
import org.stele.ledger.Tile;

/**
 * An InsertStatement is the guard, all rows of a batch as an array for each table, and the commit, in one round trip. The
 * SELECT with the guard runs first; only then are the rows inserted.
 */
final class InsertStatement {

    private static final String GUARD = "SELECT ledger.require_tip(?, ?, ?) AS now";

    private static final String ROWS = """
            WITH guard AS MATERIALIZED (%s),
            appended AS (
                INSERT INTO ledger.event (position, event_id, type, recorded_at, tags, body, salt, leaf, leaf_hash)
                SELECT position, event_id, type, recorded_at, tags, body, salt, leaf, leaf_hash
                FROM pg_catalog.unnest(?::ledger.event[]) RETURNING 1),
            indexed AS (
                INSERT INTO ledger.index_run (key, block, type, first, more)
                SELECT key, block, type, first, more FROM pg_catalog.unnest(?::ledger.index_run[]) RETURNING 1),
            answered AS (
                INSERT INTO ledger.command (scope, command_id, request_sha256, first_position, event_count)
                SELECT scope, command_id, request_sha256, first_position, event_count
                FROM pg_catalog.unnest(?::ledger.command[]) RETURNING 1)
            """.formatted(GUARD);

    private static final String TILES = """
            , tiled AS (
                INSERT INTO ledger.merkle_tile (level, index, hashes)
                SELECT level, index, hashes FROM pg_catalog.unnest(?::ledger.merkle_tile[]) RETURNING 1)
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

    /** Rough sizes, without bodies and leaves. */
    private static final int EVENT_BYTES = 512;

    private static final int RUN_BYTES = 96;
    private static final int COMMAND_BYTES = 144;
    private static final int TILE_BYTES = 8_256;

    private InsertStatement() {}

    static void bindGuard(PreparedStatement statement, Batch batch) throws SQLException {
        LastCommitted before = batch.before();
        statement.setLong(1, before.position());
        statement.setBytes(
                2, before.leafHash() == null ? null : before.leafHash().bytes());
        statement.setObject(3, batch.first().recordedAt().atOffset(ZoneOffset.UTC));
    }

    static void bind(PreparedStatement statement, Batch batch, CommitConditions conditions) throws SQLException {
        List<IndexRun> runs = batch.runs();
        bindGuard(statement, batch);
        int parameter = 4;
        events(batch.rows()).bind(statement, parameter++);
        runs(runs).bind(statement, parameter++);
        commands(batch.commands()).bind(statement, parameter++);
        if (!batch.tiles().isEmpty()) {
            tiles(batch.tiles()).bind(statement, parameter++);
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

    private static CompositeArray events(List<EventRow> rows) {
        int size = 0;
        for (EventRow row : rows) {
            size += EVENT_BYTES + row.event().body().length + row.leaf().length;
        }
        CompositeArray array = new CompositeArray("ledger.event", rows.size(), size);
        for (EventRow row : rows) {
            EncodedEvent event = row.event();
            array.row(9)
                    .number(row.position())
                    .uuid(event.id())
                    .text(event.type())
                    .instant(CopyFormat.micros(row.recordedAt()))
                    .texts(event.tags())
                    .bytes(event.body())
                    .bytes(event.salt())
                    .bytes(row.leaf())
                    .bytes(row.leafHash().bytes());
        }
        return array;
    }

    private static CompositeArray runs(List<IndexRun> runs) {
        CompositeArray array = new CompositeArray("ledger.index_run", runs.size(), runs.size() * RUN_BYTES);
        for (IndexRun run : runs) {
            array.row(5)
                    .number(run.key())
                    .number(run.block())
                    .integer(run.type())
                    .small(run.first())
                    .smalls(run.more());
        }
        return array;
    }

    private static CompositeArray commands(List<IndexRows.CommandRow> commands) {
        CompositeArray array = new CompositeArray("ledger.command", commands.size(), commands.size() * COMMAND_BYTES);
        for (IndexRows.CommandRow command : commands) {
            array.row(5)
                    .text(command.key().scope())
                    .uuid(command.key().commandId())
                    .bytes(command.key().requestSha256().bytes())
                    .number(command.firstPosition())
                    .integer(command.eventCount());
        }
        return array;
    }

    private static CompositeArray tiles(List<Tile> tiles) {
        CompositeArray array = new CompositeArray("ledger.merkle_tile", tiles.size(), tiles.size() * TILE_BYTES);
        for (Tile tile : tiles) {
            array.row(3).integer(tile.level()).number(tile.index()).bytes(tile.bytes());
        }
        return array;
    }
}
