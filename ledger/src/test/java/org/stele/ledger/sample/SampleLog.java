package org.stele.ledger.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.stele.ledger.EntryBundle;
import org.stele.ledger.StateHeads;
import org.stele.ledger.Tile;
import org.stele.ledger.TileCoordinate;
import org.stele.ledger.Tree;

/** Writes a ledger to a directory in the way in which a log is served. */
public final class SampleLog {

    private SampleLog() {}

    public static void write(SampleLedger ledger, Path directory) {
        List<byte[]> entries = LongStream.rangeClosed(1, ledger.size())
                .mapToObj(position -> ledger.event(position).leaf().encode())
                .toList();
        write(directory, entries, ledger.treeAt(ledger.size()));
        write(directory.resolve("checkpoint"), ledger.checkpoint(ledger.size()).encode());
        if (!ledger.recordedHeads().isEmpty()) {
            List<byte[]> heads =
                    ledger.recordedHeads().stream().map(StateHeads::encode).toList();
            Path states = directory.resolve("states");
            write(states, heads, ledger.statesTree());
            write(states.resolve("checkpoint"), ledger.statesCheckpoint().encode());
        }
    }

    private static void write(Path directory, List<byte[]> entries, Tree tree) {
        for (int from = 0; from < entries.size(); from += Tile.WIDTH) {
            List<byte[]> some = entries.subList(from, Math.min(entries.size(), from + Tile.WIDTH));
            TileCoordinate at = new TileCoordinate(TileCoordinate.ENTRIES, from / Tile.WIDTH, some.size());
            write(directory.resolve(at.path()), EntryBundle.encode(some));
        }
        for (int level = 0; TileCoordinate.hashCount(level, tree.size()) > 0; level++) {
            int treeLevel = 8 * level;
            long count = TileCoordinate.hashCount(level, tree.size());
            for (long from = 0; from < count; from += Tile.WIDTH) {
                var hashes = new ArrayList<>(LongStream.range(from, Math.min(count, from + Tile.WIDTH))
                        .mapToObj(index -> tree.hashes().hash(treeLevel, index))
                        .toList());
                Tile tile = new Tile(level, from / Tile.WIDTH, hashes);
                write(directory.resolve(new TileCoordinate(level, tile.index(), hashes.size()).path()), tile.bytes());
            }
        }
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
