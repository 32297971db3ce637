package org.stele.ledger;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** An EntryBundle is up to 256 neighbouring entries of a log, each after its length (C2SP tlog-tiles, log entries). */
public final class EntryBundle {

    /** The longest entry that a two-byte length permits. */
    public static final int MAX_ENTRY_BYTES = 0xffff;

    /** The longest bundle: 256 of the longest entries. */
    public static final int MAX_BYTES = Tile.WIDTH * (2 + MAX_ENTRY_BYTES);

    private EntryBundle() {}

    public static byte[] encode(List<byte[]> entries) {
        if (entries.isEmpty() || entries.size() > Tile.WIDTH) {
            throw new IllegalArgumentException("An entry bundle has 1 to 256 entries, not " + entries.size());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] entry : entries) {
            if (entry.length > MAX_ENTRY_BYTES) {
                throw new IllegalArgumentException("An entry has at most 65,535 bytes, not " + entry.length);
            }
            out.write(entry.length >>> 8);
            out.write(entry.length);
            out.writeBytes(entry);
        }
        return out.toByteArray();
    }

    /** The entries in these bytes; bytes that are not whole entries are refused. */
    public static List<byte[]> parse(byte[] bytes) {
        List<byte[]> entries = new ArrayList<>(Tile.WIDTH);
        int at = 0;
        while (at < bytes.length) {
            if (entries.size() == Tile.WIDTH) {
                throw new IllegalArgumentException("An entry bundle has more than 256 entries");
            }
            if (bytes.length - at < 2) {
                throw new IllegalArgumentException("An entry bundle ends within a length");
            }
            int length = Byte.toUnsignedInt(bytes[at]) << 8 | Byte.toUnsignedInt(bytes[at + 1]);
            at += 2;
            if (bytes.length - at < length) {
                throw new IllegalArgumentException("An entry bundle ends within an entry of " + length + " bytes");
            }
            entries.add(Arrays.copyOfRange(bytes, at, at + length));
            at += length;
        }
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("An entry bundle has no entry");
        }
        return entries;
    }
}
