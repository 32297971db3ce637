package org.stele.eventstore.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A CopyRowReader is one row in the binary format of PostgreSQL's COPY, whose columns are read in order. A column that
 * is null or has a wrong size is refused.
 */
public final class CopyRowReader {

    private final ByteBuffer data;

    /** @param message of the copy protocol; the first one has a header before its row */
    public CopyRowReader(byte[] message, boolean isFirst) {
        data = ByteBuffer.wrap(message);
        data.position((isFirst ? CopyFormat.HEADER_BYTES : 0) + Short.BYTES);
    }

    /** Whether a message is the end mark, which takes the place of a row, and may follow the header. */
    public static boolean isEnd(byte[] message, boolean isFirst) {
        int from = isFirst ? CopyFormat.HEADER_BYTES : 0;
        return message.length < from + Short.BYTES || message[from] == -1;
    }

    private CopyRowReader(ByteBuffer data) {
        this.data = data;
    }

    /** The same row, at the current column. */
    public CopyRowReader again() {
        return new CopyRowReader(data.duplicate());
    }

    /** Skips columns, whatever they hold. */
    public CopyRowReader skip(int columns) {
        for (int i = 0; i < columns; i++) {
            int size = data.getInt();
            data.position(data.position() + Math.max(0, size));
        }
        return this;
    }

    int sizeBytes() {
        return data.limit();
    }

    /** Whether the next column is null. */
    public boolean isNull() {
        return data.getInt(data.position()) < 0;
    }

    public long number() {
        requireSize(Long.BYTES);
        return data.getLong();
    }

    public int integer() {
        requireSize(Integer.BYTES);
        return data.getInt();
    }

    public UUID uuid() {
        requireSize(2 * Long.BYTES);
        return new UUID(data.getLong(), data.getLong());
    }

    /** A timestamptz: microseconds since the year 2000. */
    public Instant instant() {
        return CopyFormat.instant(number());
    }

    public String text() {
        return new String(bytes(), UTF_8);
    }

    public byte[] bytes() {
        int size = data.getInt();
        if (size < 0) {
            throw new IllegalArgumentException("a column is null");
        }
        byte[] bytes = new byte[size];
        data.get(bytes);
        return bytes;
    }

    /** A text[] of one dimension without nulls. */
    public List<String> texts() {
        int size = data.getInt();
        int dimensions = size < 0 ? -1 : data.getInt();
        if (dimensions < 0 || dimensions > 1) {
            throw new IllegalArgumentException("a column is null, or an array of several dimensions");
        }
        data.getInt(); // whether there are nulls
        data.getInt(); // the type of the elements
        int count = dimensions == 0 ? 0 : data.getInt();
        if (dimensions == 1) {
            data.getInt(); // the lower bound
        }
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            texts.add(text());
        }
        return texts;
    }

    private void requireSize(int size) {
        int actual = data.getInt();
        if (actual != size) {
            throw new IllegalArgumentException(
                    actual < 0 ? "a column is null" : "a column has " + actual + " bytes where " + size + " belong");
        }
    }
}
