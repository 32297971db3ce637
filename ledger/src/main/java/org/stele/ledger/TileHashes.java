package org.stele.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A TileHashes computes the subtree hashes of one tree from its tiles. It reads each tile once; use a new one for each
 * proof.
 */
public final class TileHashes implements HashReader {

    /** A TileSource gives the tile, full or partial, at a coordinate. */
    @FunctionalInterface
    public interface TileSource {
        Tile tile(TileCoordinate coordinate);
    }

    private final long treeSize;
    private final TileSource source;
    private final Map<TileCoordinate, Tile> known = new HashMap<>();

    public TileHashes(long treeSize, TileSource source) {
        this.treeSize = treeSize;
        this.source = source;
    }

    @Override
    public Hash hash(int level, long index) {
        int tileLevel = level / Tile.HEIGHT;
        int width = 1 << (level % Tile.HEIGHT);
        long first = index * width;
        Tile tile = tile(tileLevel, first / Tile.WIDTH);
        int from = (int) (first % Tile.WIDTH);
        List<Hash> hashes = tile.hashes();
        if (from + width > hashes.size()) {
            throw new IllegalArgumentException("A tree of %s leaves has no complete subtree at level %s, index %s"
                    .formatted(treeSize, level, index));
        }
        return TreeHash.complete(hashes.subList(from, from + width));
    }

    private Tile tile(int level, long index) {
        long beyond = TileCoordinate.hashCount(level, treeSize) - index * Tile.WIDTH;
        return known.computeIfAbsent(
                new TileCoordinate(level, index, (int) Math.min(Tile.WIDTH, beyond)), source::tile);
    }
}
