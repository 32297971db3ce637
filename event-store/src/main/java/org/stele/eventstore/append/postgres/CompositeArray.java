package org.stele.eventstore.append.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.postgresql.core.BaseConnection;
import org.postgresql.util.PGBinaryObject;
import org.postgresql.util.PGobject;

/**
 * A CompositeArray is rows of one table as one parameter: an array of the table's row type, in PostgreSQL's binary form.
 * An array for each column would cost the server more where rows are few: it keeps a store of tuples for each.
 */
final class CompositeArray {

    private static final int HEADER_BYTES = 5 * Integer.BYTES;
    private static final int ELEMENT_OID_AT = 2 * Integer.BYTES;
    private static final int FIELD_BYTES = 2 * Integer.BYTES;

    private static final int BYTEA = 17;
    private static final int INT8 = 20;
    private static final int INT2 = 21;
    private static final int INT4 = 23;
    private static final int TEXT = 25;
    private static final int INT2_ARRAY = 1005;
    private static final int TEXT_ARRAY = 1009;
    private static final int TIMESTAMPTZ = 1184;
    private static final int UUID_OID = 2950;

    private final String table;
    private final int rows;
    private ByteBuffer data;
    private int rowAt = -1;

    /**
     * Begins an array.
     *
     * @param table with its schema
     * @param sizeBytes enough for most: a buffer that is too small is copied
     */
    CompositeArray(String table, int rows, int sizeBytes) {
        this.table = table;
        this.rows = rows;
        this.data = ByteBuffer.allocate(HEADER_BYTES + sizeBytes);
        // Dimensions, whether there are nulls, the type, how many, and the first index.
        data.putInt(rows == 0 ? 0 : 1).putInt(0).putInt(0);
        if (rows > 0) {
            data.putInt(rows).putInt(1);
        }
    }

    CompositeArray row(int fields) {
        endRow();
        rowAt = room(2 * Integer.BYTES).position();
        data.putInt(0).putInt(fields);
        return this;
    }

    private void endRow() {
        if (rowAt >= 0) {
            data.putInt(rowAt, data.position() - rowAt - Integer.BYTES);
        }
    }

    CompositeArray small(short value) {
        field(INT2, Short.BYTES).putShort(value);
        return this;
    }

    CompositeArray integer(int value) {
        field(INT4, Integer.BYTES).putInt(value);
        return this;
    }

    CompositeArray number(long value) {
        field(INT8, Long.BYTES).putLong(value);
        return this;
    }

    /** @param micros since the year 2000 */
    CompositeArray instant(long micros) {
        field(TIMESTAMPTZ, Long.BYTES).putLong(micros);
        return this;
    }

    CompositeArray uuid(UUID value) {
        field(UUID_OID, 2 * Long.BYTES)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits());
        return this;
    }

    CompositeArray bytes(byte[] value) {
        field(BYTEA, value.length).put(value);
        return this;
    }

    CompositeArray text(String value) {
        byte[] encoded = value.getBytes(UTF_8);
        field(TEXT, encoded.length).put(encoded);
        return this;
    }

    CompositeArray texts(List<String> values) {
        byte[][] encoded = new byte[values.size()][];
        int size = values.isEmpty() ? 3 * Integer.BYTES : HEADER_BYTES;
        for (int i = 0; i < encoded.length; i++) {
            encoded[i] = values.get(i).getBytes(UTF_8);
            size += Integer.BYTES + encoded[i].length;
        }
        arrayHeader(field(TEXT_ARRAY, size), TEXT, encoded.length);
        for (byte[] value : encoded) {
            data.putInt(value.length).put(value);
        }
        return this;
    }

    /** Null where there are none. */
    CompositeArray smalls(short[] values) {
        if (values.length == 0) {
            room(FIELD_BYTES).putInt(INT2_ARRAY).putInt(-1);
            return this;
        }
        int size = HEADER_BYTES + values.length * (Integer.BYTES + Short.BYTES);
        arrayHeader(field(INT2_ARRAY, size), INT2, values.length);
        for (short value : values) {
            data.putInt(Short.BYTES).putShort(value);
        }
        return this;
    }

    private static void arrayHeader(ByteBuffer data, int oid, int count) {
        data.putInt(count == 0 ? 0 : 1).putInt(0).putInt(oid);
        if (count > 0) {
            data.putInt(count).putInt(1);
        }
    }

    private ByteBuffer field(int oid, int size) {
        return room(FIELD_BYTES + size).putInt(oid).putInt(size);
    }

    private ByteBuffer room(int size) {
        if (data.remaining() < size) {
            ByteBuffer larger = ByteBuffer.allocate(2 * data.capacity() + size);
            data = larger.put(data.flip());
        }
        return data;
    }

    /** Binds the array, after its last row. The statement has {@code ?::schema.table[]} there. */
    void bind(PreparedStatement statement, int parameter) throws SQLException {
        endRow();
        BaseConnection connection = statement.getConnection().unwrap(BaseConnection.class);
        String type = table + "[]";
        connection.getQueryExecutor().addBinarySendOid(connection.getTypeInfo().getPGType(type));
        data.putInt(ELEMENT_OID_AT, connection.getTypeInfo().getPGType(table));
        statement.setObject(parameter, new Bytes(type, data));
    }

    int rows() {
        return rows;
    }

    /** A Bytes is how the driver takes a parameter in binary form. */
    private static final class Bytes extends PGobject implements PGBinaryObject {

        private static final long serialVersionUID = 1L;

        private final transient ByteBuffer data;

        Bytes(String type, ByteBuffer data) {
            setType(type);
            this.data = data;
        }

        @Override
        public int lengthInBytes() {
            return data.position();
        }

        @Override
        public void toBytes(byte[] bytes, int offset) {
            System.arraycopy(data.array(), 0, bytes, offset, data.position());
        }

        @Override
        public void setByteValue(byte[] value, int offset) {
            throw new UnsupportedOperationException("It is only sent");
        }
    }
}
