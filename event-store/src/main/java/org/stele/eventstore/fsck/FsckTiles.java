package org.stele.eventstore.fsck;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.eventstore.event.IntegrityViolation;
import org.stele.eventstore.jdbc.CopyTableReader;
import org.stele.ledger.Hash;
import org.stele.ledger.Tile;

/**
 * An FsckTiles compares the full tiles that the leaves fill with those stored. It keeps the digest of each until then.
 */
final class FsckTiles {

    private record Stored(int level, long index, Hash digest) {

        String name() {
            return FsckTiles.name(level, index);
        }
    }

    private final List<List<Hash>> expected = new ArrayList<>();
    private int level;
    private int index;
    private long checked;

    /** Adds a tile that the leaves fill; those of one level come in order. */
    void expect(Tile tile) {
        while (expected.size() <= tile.level()) {
            expected.add(new ArrayList<>());
        }
        expected.get(tile.level()).add(Hash.sha256(tile.bytes()));
    }

    /** The number of tiles found sound. */
    long checked() {
        return checked;
    }

    void check(CopyTableReader tables) throws SQLException, IntegrityViolation {
        tables.each(
                "merkle_tile",
                "SELECT level, index, hashes FROM ledger.merkle_tile ORDER BY level, index",
                rows -> rows.stream()
                        .map(row -> new Stored(row.integer(), row.number(), Hash.sha256(row.bytes())))
                        .toList(),
                stored -> {
                    for (Stored tile : stored) {
                        check(tile);
                    }
                });
        if (next() != null) {
            throw new IntegrityViolation(name(level, index) + ": the row is missing");
        }
    }

    private void check(Stored stored) throws IntegrityViolation {
        Hash digest = next();
        boolean isBefore = stored.level() < level || (stored.level() == level && stored.index() < index);
        if (digest == null || isBefore) {
            throw new IntegrityViolation(stored.name() + ": the ledger has no such full tile");
        }
        if (stored.level() != level || stored.index() != index) {
            throw new IntegrityViolation(name(level, index) + ": the row is missing");
        }
        if (!stored.digest().equals(digest)) {
            throw new IntegrityViolation(stored.name() + ": hashes are not those of the leaves below it");
        }
        checked++;
        index++;
    }

    /** The digest of the next expected tile, at level and index; null after the last. */
    private @Nullable Hash next() {
        while (level < expected.size() && index == expected.get(level).size()) {
            level++;
            index = 0;
        }
        return level == expected.size() ? null : expected.get(level).get(index);
    }

    private static String name(int level, long index) {
        return "merkle_tile (level %s, index %s)".formatted(level, index);
    }
}
