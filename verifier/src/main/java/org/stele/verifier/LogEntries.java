package org.stele.verifier;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stele.ledger.EntryBundle;
import org.stele.ledger.Frontier;
import org.stele.ledger.Hash;
import org.stele.ledger.NotVerified;
import org.stele.ledger.Tile;
import org.stele.ledger.TileCoordinate;
import org.stele.ledger.TreeHash;

/** The entries of a log, read in order; every tile that the log serves is compared with them. */
final class LogEntries {

    private static final int TILE_BYTES = Tile.WIDTH * Hash.SIZE_BYTES;

    private final LogSource source;
    private final String prefix;
    private final long size;
    private final Frontier frontier = new Frontier();
    /** By tile level from 1: the roots of full tiles below that do not fill a tile yet. */
    private final Map<Integer, List<Hash>> partial = new HashMap<>();

    private List<byte[]> bundle = List.of();
    private int next;

    LogEntries(LogSource source, String prefix, long size) {
        this.source = source;
        this.prefix = prefix;
        this.size = size;
    }

    boolean hasNext() {
        return frontier.size() < size;
    }

    /** The next entry; its hash is then part of {@link #root}. */
    byte[] next() throws IOException, NotVerified {
        if (next == bundle.size()) {
            fetch(frontier.size() / Tile.WIDTH);
        }
        byte[] entry = bundle.get(next++);
        List<Tile> filled = new ArrayList<>();
        frontier.append(TreeHash.leaf(entry), filled::add);
        for (Tile tile : filled) {
            if (tile.level() > 0) {
                compare(tile);
                partial.getOrDefault(tile.level(), new ArrayList<>()).clear();
            }
            partial.computeIfAbsent(tile.level() + 1, level -> new ArrayList<>())
                    .add(tile.root());
        }
        return entry;
    }

    private void fetch(long index) throws IOException, NotVerified {
        int width = (int) Math.min(Tile.WIDTH, size - index * Tile.WIDTH);
        String path = new TileCoordinate(TileCoordinate.ENTRIES, index, width).path();
        bundle = EntryBundle.parse(required(path, EntryBundle.MAX_BYTES));
        if (bundle.size() != width) {
            throw new NotVerified("%s has %s entries, not %s".formatted(prefix + path, bundle.size(), width));
        }
        compare(new Tile(0, index, bundle.stream().map(TreeHash::leaf).toList()));
        next = 0;
    }

    private void compare(Tile tile) throws IOException, NotVerified {
        String path =
                new TileCoordinate(tile.level(), tile.index(), tile.hashes().size()).path();
        if (!Arrays.equals(required(path, TILE_BYTES), tile.bytes())) {
            throw new NotVerified(prefix + path + " is not the tile over the entries");
        }
    }

    private byte[] required(String path, int maxBytes) throws IOException, NotVerified {
        return source.find(prefix + path, maxBytes)
                .orElseThrow(() -> new NotVerified("The log does not serve " + prefix + path));
    }

    long size() {
        return frontier.size();
    }

    long expectedSize() {
        return size;
    }

    /** The root over the entries so far. */
    Hash root() {
        return frontier.root();
    }

    /** Refuses a root other than the checkpoint's, and partial tiles that do not match the entries. */
    void requireRoot(Hash expected) throws IOException, NotVerified {
        for (Map.Entry<Integer, List<Hash>> level : partial.entrySet()) {
            if (!level.getValue().isEmpty()) {
                long index = TileCoordinate.hashCount(level.getKey(), size) / Tile.WIDTH;
                compare(new Tile(level.getKey(), index, level.getValue()));
            }
        }
        if (!root().equals(expected)) {
            throw new NotVerified("The entries of %s give the root %s, and the checkpoint says %s"
                    .formatted(prefix.isEmpty() ? "the log" : prefix, root(), expected));
        }
    }
}
