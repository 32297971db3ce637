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
import org.stele.eventstore.event.IndexRun;
import org.stele.eventstore.jdbc.CopyFormat;
import org.stele.ledger.Tile;

/** A CopyWriter writes the rows of a batch by binary COPY, one table after the other. */
public final class CopyWriter {

    @FunctionalInterface
    private interface Fields<T> {
        /** Writes the row of one item. */
        void write(T item, CopyRows out) throws SQLException;
    }

    private CopyWriter() {}

    public static void write(Connection connection, Batch batch) throws SQLException {
        PGConnection postgres = connection.unwrap(PGConnection.class);
        copy(
                postgres,
                "ledger.event (position, event_id, type, recorded_at, tags, body, salt, leaf, leaf_hash)",
                batch.rows(),
                CopyWriter::event);
        copy(postgres, "ledger.index_run (key, block, type, first, more)", batch.runs(), CopyWriter::run);
        copy(postgres, "ledger.merkle_tile (level, index, hashes)", batch.tiles(), CopyWriter::tile);
        copy(
                postgres,
                "ledger.command (scope, command_id, request_sha256, first_position, event_count)",
                batch.commands(),
                CopyWriter::command);
    }

    private static <T> void copy(PGConnection postgres, String columns, List<T> items, Fields<T> fields)
            throws SQLException {
        if (items.isEmpty()) {
            return;
        }
        CopyIn copy = postgres.getCopyAPI().copyIn("COPY " + columns + " FROM STDIN (FORMAT binary)");
        try {
            CopyRows out = new CopyRows(copy);
            for (T item : items) {
                fields.write(item, out);
            }
            long stored = out.end();
            if (stored != items.size()) {
                throw NotCommitted.otherRows(stored + " of " + items.size() + " rows of " + columns);
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

    private static void run(IndexRun run, CopyRows out) throws SQLException {
        out.row(5);
        out.number(run.key());
        out.number(run.block());
        out.integer(run.type());
        out.small(run.first());
        out.smalls(run.more());
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
