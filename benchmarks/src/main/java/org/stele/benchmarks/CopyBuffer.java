package org.stele.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** A CopyBuffer builds rows of one table in the binary format of PostgreSQL's COPY, in memory. */
final class CopyBuffer {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final int TEXT_OID = 25;
    private static final int SMALLINT_OID = 21;

    private ByteBuffer data = ByteBuffer.allocate(1 << 16);

    CopyBuffer() {
        // No flags, no header extension.
        data.put(SIGNATURE).putLong(0);
    }

    CopyBuffer row(int fields) {
        room(Short.BYTES).putShort((short) fields);
        return this;
    }

    CopyBuffer number(long value) {
        room(Integer.BYTES + Long.BYTES).putInt(Long.BYTES).putLong(value);
        return this;
    }

    CopyBuffer integer(int value) {
        room(2 * Integer.BYTES).putInt(Integer.BYTES).putInt(value);
        return this;
    }

    CopyBuffer small(short value) {
        room(Integer.BYTES + Short.BYTES).putInt(Short.BYTES).putShort(value);
        return this;
    }

    /** A smallint[] of one dimension; null where it is empty. */
    CopyBuffer smalls(List<Short> values) {
        if (values.isEmpty()) {
            room(Integer.BYTES).putInt(-1);
            return this;
        }
        int size = 5 * Integer.BYTES + values.size() * (Integer.BYTES + Short.BYTES);
        room(Integer.BYTES + size)
                .putInt(size)
                .putInt(1)
                .putInt(0)
                .putInt(SMALLINT_OID)
                .putInt(values.size())
                .putInt(1);
        values.forEach(this::small);
        return this;
    }

    CopyBuffer uuid(UUID value) {
        room(Integer.BYTES + 2 * Long.BYTES)
                .putInt(2 * Long.BYTES)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits());
        return this;
    }

    CopyBuffer bytes(byte[] value) {
        room(Integer.BYTES + value.length).putInt(value.length).put(value);
        return this;
    }

    CopyBuffer text(String value) {
        return bytes(value.getBytes(UTF_8));
    }

    /** A text[] of one dimension that is not empty. */
    CopyBuffer texts(List<String> values) {
        List<byte[]> encoded =
                values.stream().map(value -> value.getBytes(UTF_8)).toList();
        int size = 5 * Integer.BYTES
                + encoded.stream()
                        .mapToInt(value -> Integer.BYTES + value.length)
                        .sum();
        room(Integer.BYTES + size)
                .putInt(size)
                .putInt(1)
                .putInt(0)
                .putInt(TEXT_OID)
                .putInt(values.size())
                .putInt(1);
        encoded.forEach(this::bytes);
        return this;
    }

    /** All rows, with the end mark. */
    byte[] finish() {
        room(Short.BYTES).putShort((short) -1);
        return Arrays.copyOf(data.array(), data.position());
    }

    private ByteBuffer room(int size) {
        if (data.remaining() < size) {
            byte[] old = data.array();
            int used = data.position();
            data = ByteBuffer.wrap(Arrays.copyOf(old, 2 * old.length + size));
            data.position(used);
        }
        return data;
    }
}
