package org.stele.eventstore.append.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.stele.eventstore.append.Batch;
import org.stele.eventstore.append.EncodedEvent;
import org.stele.eventstore.append.EventRow;
import org.stele.eventstore.append.NotCommitted;
import org.stele.eventstore.event.IndexRows;
import org.stele.eventstore.jdbc.CopyFormat;
import org.stele.ledger.Tile;

/** A CopyWriter writes the rows of a batch by binary COPY, one table after the other. */
public final class CopyWriter {

    @FunctionalInterface
    private interface Fields<T> {
        /** Writes the rows of one item. */
        void write(T item, CopyRows out) throws SQLException;
    }

    private CopyWriter() {}

    public static void write(Connection connection, Batch batch) throws SQLException {
        PGConnection postgres = connection.unwrap(PGConnection.class);
        List<EventRow> rows = batch.rows();
        copy(
                postgres,
                "ledger.event (position, event_id, type, recorded_at, tags, body, salt, leaf, leaf_hash)",
                rows,
                rows.size(),
                CopyWriter::event);
        copy(postgres, "ledger.event_tag (tag, position, type)", rows, tagCount(rows), CopyWriter::tags);
        List<Tile> tiles = batch.tiles();
        copy(postgres, "ledger.merkle_tile (level, index, hashes)", tiles, tiles.size(), CopyWriter::tile);
        List<IndexRows.CommandRow> commands = batch.commands();
        copy(
                postgres,
                "ledger.command (scope, command_id, request_sha256, first_position, event_count)",
                commands,
                commands.size(),
                CopyWriter::command);
    }

    /** The rows that the events have in the tag index. */
    static int tagCount(List<EventRow> rows) {
        int count = 0;
        for (EventRow row : rows) {
            count += row.event().tagHashes().length;
        }
        return count;
    }

    private static <T> void copy(PGConnection postgres, String columns, List<T> items, int sent, Fields<T> fields)
            throws SQLException {
        if (sent == 0) {
            return;
        }
        CopyIn copy = postgres.getCopyAPI().copyIn("COPY " + columns + " FROM STDIN (FORMAT binary)");
        try {
            CopyRows out = new CopyRows(copy);
            for (T item : items) {
                fields.write(item, out);
            }
            long stored = out.end();
            if (stored != sent) {
                throw NotCommitted.otherRows(stored + " of " + sent + " rows of " + columns);
            }
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void event(EventRow row, CopyRows out) throws SQLException {
        EncodedEvent event = row.event();
        out.row(9);
        out.number(row.position());
        out.uuid(event.id());
        out.text(event.type());
        out.number(CopyFormat.micros(row.recordedAt()));
        out.texts(event.tags());
        out.bytes(event.body());
        out.bytes(event.salt());
        out.bytes(row.leaf());
        out.bytes(row.leafHash().bytes());
    }

    private static void tags(EventRow row, CopyRows out) throws SQLException {
        for (long tag : row.event().tagHashes()) {
            out.row(3);
            out.number(tag);
            out.number(row.position());
            out.text(row.event().type());
        }
    }

    private static void tile(Tile tile, CopyRows out) throws SQLException {
        out.row(3);
        out.integer(tile.level());
        out.number(tile.index());
        out.bytes(tile.bytes());
    }

    private static void command(IndexRows.CommandRow command, CopyRows out) throws SQLException {
        out.row(5);
        out.text(command.key().scope());
        out.uuid(command.key().commandId());
        out.bytes(command.key().requestSha256().bytes());
        out.number(command.firstPosition());
        out.integer(command.eventCount());
    }
}
