package org.stele.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A Frontier is the right edge of a growing Merkle tree: for each tile level, the hashes that do not fill a tile yet.
 * It is enough to append a leaf and to compute the root. Not safe for several threads.
 */
public final class Frontier {

    private final List<List<Hash>> partialTiles = new ArrayList<>();
    private long size;

    /** The frontier of an empty tree. */
    public Frontier() {}

    /** The frontier of the tree that a reader gives. */
    public static Frontier of(Tree tree) {
        Frontier frontier = new Frontier();
        frontier.size = tree.size();
        for (int level = 0; TileCoordinate.hashCount(level, tree.size()) > 0; level++) {
            long count = TileCoordinate.hashCount(level, tree.size());
            List<Hash> partial = frontier.partialTile(level);
            for (long index = count - count % Tile.WIDTH; index < count; index++) {
                partial.add(tree.hashes().hash(level * Tile.HEIGHT, index));
            }
        }
        return frontier;
    }

    /** The number of leaves appended. */
    public long size() {
        return size;
    }

    /** Appends a leaf hash and passes each tile that it fills to the consumer, lowest level first. */
    public void append(Hash leafHash, Consumer<Tile> filled) {
        Hash hash = leafHash;
        size++;
        for (int level = 0; ; level++) {
            List<Hash> partial = partialTile(level);
            partial.add(hash);
            if (partial.size() < Tile.WIDTH) {
                return;
            }
            Tile tile = new Tile(level, TileCoordinate.hashCount(level, size) / Tile.WIDTH - 1, partial);
            partial.clear();
            filled.accept(tile);
            hash = tile.root();
        }
    }

    public Hash root() {
        List<Hash> subtrees = new ArrayList<>();
        for (int level = partialTiles.size() - 1; level >= 0; level--) {
            addComplete(partialTiles.get(level), subtrees);
        }
        return TreeHash.rightmost(subtrees);
    }

    /** Splits a ragged run of hashes into complete subtrees, largest first. */
    private static void addComplete(List<Hash> hashes, List<Hash> subtrees) {
        int from = 0;
        while (from < hashes.size()) {
            int width = Integer.highestOneBit(hashes.size() - from);
            subtrees.add(TreeHash.complete(hashes.subList(from, from + width)));
            from += width;
        }
    }

    private List<Hash> partialTile(int level) {
        while (partialTiles.size() <= level) {
            partialTiles.add(new ArrayList<>(Tile.WIDTH));
        }
        return partialTiles.get(level);
    }
}
