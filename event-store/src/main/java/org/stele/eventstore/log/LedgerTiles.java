package org.stele.eventstore.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.stele.eventstore.event.LedgerDamaged;
import org.stele.eventstore.event.LedgerUnavailable;
import org.stele.eventstore.jdbc.Query;
import org.stele.ledger.Hash;
import org.stele.ledger.Tile;
import org.stele.ledger.TileCoordinate;
import org.stele.ledger.TileHashes;
import org.stele.ledger.Tree;

/** A LedgerTiles reads the tiles of the database: full ones as stored, partial ones computed from the level below. */
public record LedgerTiles(Connection connection, TileRootCache roots) implements TileHashes.TileSource {

    /** The tree over the first leaves of the ledger, for use while the connection is open. */
    public static Tree tree(Connection connection, long size) {
        return tree(connection, size, new TileRootCache());
    }

    /** The same with a cache of roots of full tiles. */
    public static Tree tree(Connection connection, long size, TileRootCache roots) {
        return new Tree(size, new TileHashes(size, new LedgerTiles(connection, roots)));
    }

    @Override
    public Tile tile(TileCoordinate coordinate) {
        try {
            int level = coordinate.level();
            long first = coordinate.index() * Tile.WIDTH;
            if (coordinate.width() == Tile.WIDTH) {
                return one(fullTiles(level, coordinate.index(), 1), coordinate);
            }
            List<Hash> hashes =
                    level == 0 ? leafHashes(first, coordinate.width()) : roots(level - 1, first, coordinate.width());
            return new Tile(level, coordinate.index(), complete(hashes, coordinate));
        } catch (SQLException e) {
            throw new LedgerUnavailable("Cannot read the tile " + coordinate.path(), e);
        }
    }

    /** The same as bytes; those of a full tile as they are stored. */
    byte[] bytes(TileCoordinate coordinate) throws SQLException {
        if (coordinate.width() < Tile.WIDTH) {
            return tile(coordinate).bytes();
        }
        byte[] bytes = Query.one(
                connection,
                "SELECT hashes FROM ledger.merkle_tile WHERE level = ? AND index = ?",
                statement -> {
                    statement.setInt(1, coordinate.level());
                    statement.setLong(2, coordinate.index());
                },
                row -> row.getBytes("hashes"));
        if (bytes == null) {
            throw missing(coordinate);
        }
        if (bytes.length != Tile.WIDTH * Hash.SIZE_BYTES) {
            throw new LedgerDamaged("The tile %s has %s bytes".formatted(coordinate.path(), bytes.length));
        }
        return bytes;
    }

    private static LedgerDamaged missing(TileCoordinate coordinate) {
        return new LedgerDamaged("The tile " + coordinate.path() + " is missing");
    }

    private static Tile one(List<Tile> tiles, TileCoordinate coordinate) {
        if (tiles.isEmpty()) {
            throw missing(coordinate);
        }
        return tiles.get(0);
    }

    private static List<Hash> complete(List<Hash> hashes, TileCoordinate coordinate) {
        if (hashes.size() != coordinate.width()) {
            throw new LedgerDamaged("Only " + hashes.size() + " hashes are there for the tile " + coordinate.path());
        }
        return hashes;
    }

    /** The roots of neighbouring full tiles; those not cached are read. */
    private List<Hash> roots(int level, long first, int count) throws SQLException {
        List<Hash> hashes = new ArrayList<>(roots.known(level, first, count));
        for (Tile tile : fullTiles(level, first + hashes.size(), count - hashes.size())) {
            Hash root = tile.root();
            roots.remember(level, tile.index(), root);
            hashes.add(root);
        }
        return hashes;
    }

    private List<Tile> fullTiles(int level, long first, int count) throws SQLException {
        return Query.list(
                connection,
                """
                SELECT index, hashes FROM ledger.merkle_tile
                WHERE level = ? AND index >= ? AND index < ? ORDER BY index LIMIT 256
                """,
                statement -> {
                    statement.setInt(1, level);
                    statement.setLong(2, first);
                    statement.setLong(3, first + count);
                },
                row -> Tile.of(level, row.getLong("index"), row.getBytes("hashes")));
    }

    private List<Hash> leafHashes(long after, int count) throws SQLException {
        return Query.list(
                connection,
                """
                SELECT leaf_hash FROM ledger.event
                WHERE position > ? AND position <= ? ORDER BY position LIMIT 256
                """,
                statement -> {
                    statement.setLong(1, after);
                    statement.setLong(2, after + count);
                },
                row -> Hash.of(row.getBytes("leaf_hash")));
    }
}
