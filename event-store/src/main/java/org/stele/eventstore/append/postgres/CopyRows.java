package org.stele.eventstore.append.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.postgresql.copy.CopyIn;
import org.stele.eventstore.jdbc.CopyFormat;

/**
 * A CopyRows writes fields in the binary format of PostgreSQL's COPY into one buffer, which is sent whenever the next field
 * may not fit, and never grows. A value larger than the buffer is sent as it is.
 */
final class CopyRows {

    private static final int CHUNK_BYTES = 64 * 1024;
    private static final int TEXT_OID = 25;
    private static final int SMALLINT_OID = 21;

    private final CopyIn copy;
    private final ByteBuffer buffer = ByteBuffer.allocate(CHUNK_BYTES);

    /** @param copy that has just begun */
    CopyRows(CopyIn copy) {
        this.copy = copy;
        buffer.put(CopyFormat.header());
    }

    void row(int fields) throws SQLException {
        room(Short.BYTES).putShort((short) fields);
    }

    void small(short value) throws SQLException {
        room(Integer.BYTES + Short.BYTES).putInt(Short.BYTES).putShort(value);
    }

    void integer(int value) throws SQLException {
        room(2 * Integer.BYTES).putInt(Integer.BYTES).putInt(value);
    }

    void number(long value) throws SQLException {
        room(Integer.BYTES + Long.BYTES).putInt(Long.BYTES).putLong(value);
    }

    void uuid(UUID value) throws SQLException {
        room(Integer.BYTES + 2 * Long.BYTES)
                .putInt(2 * Long.BYTES)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits());
    }

    void bytes(byte[] value) throws SQLException {
        room(Integer.BYTES).putInt(value.length);
        if (value.length > CHUNK_BYTES) {
            flush();
            copy.writeToCopy(value, 0, value.length);
        } else {
            room(value.length).put(value);
        }
    }

    void text(String value) throws SQLException {
        bytes(value.getBytes(UTF_8));
    }

    /** One dimension, no nulls, index from 1; an empty array has no dimension. */
    void texts(List<String> values) throws SQLException {
        byte[][] encoded = new byte[values.size()][];
        int size = (values.isEmpty() ? 3 : 5) * Integer.BYTES;
        for (int i = 0; i < encoded.length; i++) {
            encoded[i] = values.get(i).getBytes(UTF_8);
            size += Integer.BYTES + encoded[i].length;
        }
        room(4 * Integer.BYTES)
                .putInt(size)
                .putInt(values.isEmpty() ? 0 : 1)
                .putInt(0)
                .putInt(TEXT_OID);
        if (!values.isEmpty()) {
            room(2 * Integer.BYTES).putInt(values.size()).putInt(1);
        }
        for (byte[] value : encoded) {
            bytes(value);
        }
    }

    /** One dimension, index from 1; null where there are none. At most a block of places. */
    void smalls(short[] values) throws SQLException {
        if (values.length == 0) {
            room(Integer.BYTES).putInt(-1);
            return;
        }
        int size = 5 * Integer.BYTES + values.length * (Integer.BYTES + Short.BYTES);
        room(Integer.BYTES + size)
                .putInt(size)
                .putInt(1)
                .putInt(0)
                .putInt(SMALLINT_OID)
                .putInt(values.length)
                .putInt(1);
        for (short value : values) {
            buffer.putInt(Short.BYTES).putShort(value);
        }
    }

    /** Sends all that is left, and ends the rows; the number that the server stored. */
    long end() throws SQLException {
        room(Short.BYTES).putShort((short) -1);
        flush();
        return copy.endCopy();
    }

    private ByteBuffer room(int size) throws SQLException {
        if (buffer.remaining() < size) {
            flush();
        }
        return buffer;
    }

    private void flush() throws SQLException {
        copy.writeToCopy(buffer.array(), 0, buffer.position());
        buffer.clear();
    }
}
