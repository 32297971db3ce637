package org.stele.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * A Tile is up to 256 neighbouring hashes of one tile level: level 0 holds leaf hashes, and each hash of level L + 1 is the
 * root over one full tile of level L (C2SP tlog-tiles).
 */
public record Tile(int level, long index, List<Hash> hashes) {

    /** The number of hashes in a full tile. */
    public static final int WIDTH = 256;

    /** The number of tree levels that one tile level stands for: 2^8 = 256. */
    static final int HEIGHT = 8;

    /** Eight levels hold 2^64 leaves, more than a position can express. */
    public static final int MAX_LEVEL = 7;

    public Tile {
        hashes = List.copyOf(hashes);
        if (level < 0 || level > MAX_LEVEL || index < 0) {
            throw new IllegalArgumentException("No tile has level " + level + " and index " + index);
        }
        if (hashes.isEmpty() || hashes.size() > WIDTH) {
            throw new IllegalArgumentException("A tile has 1 to 256 hashes, not " + hashes.size());
        }
    }

    /** The tile of these bytes: its hashes, concatenated. */
    public static Tile of(int level, long index, byte[] bytes) {
        if (bytes.length % Hash.SIZE_BYTES != 0) {
            throw new IllegalArgumentException("A tile of " + bytes.length + " bytes ends within a hash");
        }
        List<Hash> hashes = new ArrayList<>(bytes.length / Hash.SIZE_BYTES);
        for (int offset = 0; offset < bytes.length; offset += Hash.SIZE_BYTES) {
            hashes.add(Hash.at(bytes, offset));
        }
        return new Tile(level, index, hashes);
    }

    /** The hashes, concatenated; 8,192 bytes for a full tile. */
    public byte[] bytes() {
        byte[] bytes = new byte[hashes.size() * Hash.SIZE_BYTES];
        for (int i = 0; i < hashes.size(); i++) {
            hashes.get(i).copyTo(bytes, i * Hash.SIZE_BYTES);
        }
        return bytes;
    }

    public boolean isFull() {
        return hashes.size() == WIDTH;
    }

    /** The hash at the next level that represents a full tile. */
    public Hash root() {
        if (!isFull()) {
            throw new IllegalStateException("Only a full tile has a root; this one has " + hashes.size() + " hashes");
        }
        return TreeHash.complete(hashes);
    }
}
