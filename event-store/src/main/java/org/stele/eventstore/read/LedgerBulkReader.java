package org.stele.eventstore.read;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import org.stele.eventstore.event.LeafBinding;
import org.stele.eventstore.event.LedgerDamaged;
import org.stele.eventstore.event.LedgerUnavailable;
import org.stele.eventstore.jdbc.CopyFormat;
import org.stele.ledger.Hash;

/**
 * A LedgerBulkReader reads every event between two positions in order, at the rate of binary COPY: of each event only
 * its position, time and body, and what verifies the body. Safe for many threads; each scan has a connection.
 */
public final class LedgerBulkReader {

    private static final String COPY =
            "COPY (SELECT position, recorded_at, body, salt, leaf, leaf_hash FROM ledger.event"
                    + " WHERE position > %s AND position <= %s ORDER BY position) TO STDOUT (FORMAT binary)";

    private final DataSource dataSource;

    /** A role that may only SELECT is enough. */
    public LedgerBulkReader(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Consumes the scanned events, in order. */
    @FunctionalInterface
    public interface RowConsumer {
        void take(ScannedEvent event);
    }

    /**
     * One event as it is scanned: its body is a range of the row's bytes, not a copy. Salt, leaf and leaf hash follow
     * it, each behind its length.
     *
     * @param recordedMicros since 1970, in UTC
     */
    public record ScannedEvent(long position, long recordedMicros, byte[] row, int bodyOffset, int bodyLength) {

        public Instant recordedAt() {
            return Instant.ofEpochSecond(
                    Math.floorDiv(recordedMicros, 1_000_000L), Math.floorMod(recordedMicros, 1_000_000L) * 1_000);
        }

        /** The leaf hash as it is stored. */
        public Hash leafHash() {
            return bindingFields().leafHash();
        }

        /** Refuses an event whose body, position or time does not match its leaf ({@link LedgerDamaged}). */
        public void requireCommitted() {
            BindingFields bindingFields = bindingFields();
            byte[] body = Arrays.copyOfRange(row, bodyOffset, bodyOffset + bodyLength);
            LeafBinding.require(
                    position, recordedAt(), body, bindingFields.salt(), bindingFields.leaf(), bindingFields.leafHash());
        }

        /**
         * The code of the State that the leaf names, or null; the body is not checked ({@link LedgerDamaged} for a
         * wrong leaf).
         */
        public @Nullable String requireLeaf() {
            BindingFields bindingFields = bindingFields();
            return LeafBinding.requireLeaf(position, recordedAt(), bindingFields.leaf(), bindingFields.leafHash())
                    .state();
        }

        private BindingFields bindingFields() {
            try {
                ByteBuffer buffer = ByteBuffer.wrap(row);
                buffer.position(bodyOffset + bodyLength);
                return new BindingFields(field(buffer), field(buffer), Hash.of(field(buffer)));
            } catch (BufferUnderflowException | IllegalArgumentException e) {
                throw new LedgerDamaged("event " + position + ": salt, leaf or leaf_hash is not of its form");
            }
        }

        private static byte[] field(ByteBuffer buffer) {
            int length = buffer.getInt();
            if (length > buffer.remaining()) {
                throw new BufferUnderflowException();
            }
            byte[] field = new byte[Math.max(0, length)]; // Nothing where there is null.
            buffer.get(field);
            return field;
        }

        /** The columns after the body. */
        private record BindingFields(byte[] salt, byte[] leaf, Hash leafHash) {}
    }

    /** Every event with after &lt; position &lt;= upTo; a missing event ends the scan with {@link LedgerDamaged}. */
    public void scan(long after, long upTo, RowConsumer consumer) {
        if (after >= upTo) {
            return;
        }
        try (Connection connection = dataSource.getConnection()) {
            CopyOut copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut(String.format(Locale.ROOT, COPY, after, upTo));
            try {
                take(copy, after, upTo, consumer);
            } finally {
                if (copy.isActive()) {
                    // Rows are under way that cancelCopy leaves to whoever asks next; the pool drops a connection that
                    // is closed.
                    connection.abort(Runnable::run);
                }
            }
        } catch (SQLException e) {
            throw new LedgerUnavailable("Cannot read events of the ledger", e);
        } catch (IOException e) {
            throw new LedgerDamaged("The database sends rows of another form: " + e.getMessage());
        }
    }

    private static void take(CopyOut copy, long after, long upTo, RowConsumer consumer)
            throws SQLException, IOException {
        long expected = after + 1;
        for (byte[] row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
            ByteBuffer buffer = ByteBuffer.wrap(row);
            if (expected == after + 1) {
                skipHeader(buffer);
            }
            short fields = buffer.getShort();
            if (fields < 0) {
                continue;
            }
            ScannedEvent event = event(buffer, row);
            if (event.position() != expected) {
                throw missing(expected);
            }
            consumer.take(event);
            expected++;
        }
        if (expected != upTo + 1) {
            throw missing(expected);
        }
    }

    private static LedgerDamaged missing(long position) {
        return new LedgerDamaged("There is no event at position " + position);
    }

    /** Before the first row, and in one message with it. */
    private static void skipHeader(ByteBuffer buffer) {
        if (buffer.remaining() >= CopyFormat.HEADER_BYTES && buffer.get(0) == 'P') {
            buffer.position(CopyFormat.HEADER_BYTES);
        }
    }

    private static ScannedEvent event(ByteBuffer buffer, byte[] row) throws IOException {
        requireLength(Long.BYTES, buffer.getInt());
        long position = buffer.getLong();
        requireLength(Long.BYTES, buffer.getInt());
        long recordedAt = CopyFormat.sinceEpoch1970(buffer.getLong());
        // A null body has no bytes, which no leaf commits to.
        int length = Math.max(0, buffer.getInt());
        if (length > buffer.remaining()) {
            throw new LedgerDamaged("event " + position + ": the body is cut off");
        }
        return new ScannedEvent(position, recordedAt, row, buffer.position(), length);
    }

    private static void requireLength(int expected, int length) throws IOException {
        if (length != expected) {
            throw new IOException("a field of " + length + " bytes where " + expected + " belong");
        }
    }
}
