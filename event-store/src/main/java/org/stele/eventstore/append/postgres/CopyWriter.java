package org.stele.eventstore.append.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.stele.eventstore.append.Batch;
import org.stele.eventstore.append.EncodedEvent;
import org.stele.eventstore.append.EventRow;
import org.stele.eventstore.append.NotCommitted;
import org.stele.eventstore.event.IndexRows;
import org.stele.eventstore.jdbc.CopyFormat;
import org.stele.ledger.Tile;

/** A CopyWriter writes rows in the binary format of PostgreSQL's COPY. */
public final class CopyWriter {

    private static final int TEXT_OID = 25;
    private static final int CHUNK_BYTES = 64 * 1024;

    @FunctionalInterface
    private interface Fields<T> {
        public void write(T item, CopyWriter out) throws IOException;
    }

    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(2 * CHUNK_BYTES);
    private final DataOutputStream data = new DataOutputStream(buffer);

    private CopyWriter() {}

    public static void write(Connection connection, Batch batch) throws SQLException {
        PGConnection postgres = connection.unwrap(PGConnection.class);
        copy(
                postgres,
                "ledger.event (position, event_id, type, recorded_at, tags, body, salt, leaf, leaf_hash)",
                batch.rows(),
                (row, out) -> out.event(row));
        copy(
                postgres,
                "ledger.event_tag (tag, position, type)",
                batch.rows().stream().flatMap(row -> row.tagRows().stream()).toList(),
                (tagRow, out) -> out.tag(tagRow));
        copy(postgres, "ledger.merkle_tile (level, index, hashes)", batch.tiles(), (tile, out) -> out.tile(tile));
        copy(
                postgres,
                "ledger.command (scope, command_id, request_sha256, first_position, event_count)",
                batch.commands(),
                (command, out) -> out.command(command));
    }

    private static <T> void copy(PGConnection postgres, String columns, List<T> items, Fields<T> fields)
            throws SQLException {
        if (items.isEmpty()) {
            return;
        }
        CopyIn copy = postgres.getCopyAPI().copyIn("COPY " + columns + " FROM STDIN (FORMAT binary)");
        try {
            CopyWriter out = new CopyWriter();
            out.data.write(CopyFormat.header());
            for (T item : items) {
                fields.write(item, out);
                if (out.buffer.size() >= CHUNK_BYTES) {
                    out.flush(copy);
                }
            }
            out.data.writeShort(-1);
            out.flush(copy);
            long stored = copy.endCopy();
            if (stored != items.size()) {
                throw NotCommitted.otherRows(stored + " of " + items.size() + " rows of " + columns);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A buffer in memory does not fail", e);
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private void flush(CopyIn copy) throws SQLException {
        byte[] chunk = buffer.toByteArray();
        copy.writeToCopy(chunk, 0, chunk.length);
        buffer.reset();
    }

    private void event(EventRow row) throws IOException {
        EncodedEvent event = row.event();
        data.writeShort(9);
        number(row.position());
        uuid(event.id());
        bytes(event.type().getBytes(UTF_8));
        number(CopyFormat.micros(row.recordedAt()));
        texts(event.tags());
        bytes(event.body());
        bytes(event.salt());
        bytes(row.leaf());
        bytes(row.leafHash().bytes());
    }

    private void tag(IndexRows.TagRow row) throws IOException {
        data.writeShort(3);
        number(row.tag());
        number(row.position());
        bytes(row.type().getBytes(UTF_8));
    }

    private void tile(Tile tile) throws IOException {
        data.writeShort(3);
        integer(tile.level());
        number(tile.index());
        bytes(tile.bytes());
    }

    private void command(IndexRows.CommandRow command) throws IOException {
        data.writeShort(5);
        bytes(command.key().scope().getBytes(UTF_8));
        uuid(command.key().commandId());
        bytes(command.key().requestSha256().bytes());
        number(command.firstPosition());
        integer(command.eventCount());
    }

    private void integer(int value) throws IOException {
        data.writeInt(Integer.BYTES);
        data.writeInt(value);
    }

    private void number(long value) throws IOException {
        data.writeInt(Long.BYTES);
        data.writeLong(value);
    }

    private void uuid(UUID value) throws IOException {
        data.writeInt(2 * Long.BYTES);
        data.writeLong(value.getMostSignificantBits());
        data.writeLong(value.getLeastSignificantBits());
    }

    private void bytes(byte[] value) throws IOException {
        data.writeInt(value.length);
        data.write(value);
    }

    /** One dimension, no nulls, index from 1; an empty array has no dimension. */
    private void texts(List<String> values) throws IOException {
        List<byte[]> encoded =
                values.stream().map(value -> value.getBytes(UTF_8)).toList();
        int header = (values.isEmpty() ? 3 : 5) * Integer.BYTES;
        data.writeInt(header
                + encoded.stream()
                        .mapToInt(value -> Integer.BYTES + value.length)
                        .sum());
        data.writeInt(values.isEmpty() ? 0 : 1);
        data.writeInt(0);
        data.writeInt(TEXT_OID);
        if (!values.isEmpty()) {
            data.writeInt(values.size());
            data.writeInt(1);
        }
        for (byte[] value : encoded) {
            bytes(value);
        }
    }
}
