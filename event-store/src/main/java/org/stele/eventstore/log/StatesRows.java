package org.stele.eventstore.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.eventstore.event.LedgerDamaged;
import org.stele.eventstore.event.LedgerUnavailable;
import org.stele.eventstore.jdbc.Query;
import org.stele.ledger.Hash;
import org.stele.ledger.StateHeads;
import org.stele.ledger.Tile;
import org.stele.ledger.TileCoordinate;
import org.stele.ledger.TileHashes;
import org.stele.ledger.Tree;
import org.stele.ledger.TreeHash;

/**
 * A StatesRows reads and writes the entries of the second log. It grows by six leaves an hour, so its tiles are
 * computed from the leaf hashes on each request.
 */
public record StatesRows(Connection connection) implements TileHashes.TileSource {

    /** A NOTIFY on this channel asks for State heads to be recorded now. */
    public static final String CHANNEL = "stele_state_heads";

    /** An Entry is one leaf of the second log. */
    public record Entry(long index, StateHeads heads, byte[] leaf) {}

    private static final String SELECT = "SELECT index, size, leaf, leaf_hash FROM ledger.state_heads ";

    /** The last, whether a checkpoint covers it yet or not; null before the first. */
    public @Nullable Entry latest() throws SQLException {
        return Query.one(connection, SELECT + "ORDER BY index DESC LIMIT 1", statement -> {}, StatesRows::entry);
    }

    /** The last that a checkpoint covers; null before the first. */
    public @Nullable Entry latestSigned() throws SQLException {
        return Query.one(connection, SELECT + """
                WHERE index < (SELECT size FROM ledger.checkpoint WHERE log = 'states' ORDER BY size DESC LIMIT 1)
                ORDER BY index DESC LIMIT 1
                """, statement -> {}, StatesRows::entry);
    }

    /** The first index below a size that has no row; null without one. */
    public @Nullable Long missing(long size) throws SQLException {
        return Query.one(connection, """
                SELECT i FROM generate_series(0, ?::bigint - 1) i
                WHERE NOT EXISTS (SELECT FROM ledger.state_heads s WHERE s.index = i) ORDER BY i LIMIT 1
                """, statement -> statement.setLong(1, size), row -> row.getLong("i"));
    }

    /** How long ago the last was recorded; null before the first. */
    public @Nullable Duration age() throws SQLException {
        return Query.one(connection, """
                SELECT extract(epoch FROM clock_timestamp() - recorded_at)::bigint AS seconds FROM ledger.state_heads
                ORDER BY index DESC LIMIT 1
                """, statement -> {}, row -> Duration.ofSeconds(row.getLong("seconds")));
    }

    /** The last entry for a size of the ledger of at most this, or null. */
    public @Nullable Entry upTo(long size) throws SQLException {
        return Query.one(
                connection,
                SELECT + "WHERE size <= ? ORDER BY size DESC LIMIT 1",
                statement -> statement.setLong(1, size),
                StatesRows::entry);
    }

    /** Up to 256 neighbours, in order. */
    public List<Entry> range(long first, int count) throws SQLException {
        return Query.list(
                connection,
                SELECT + "WHERE index >= ? AND index < ? ORDER BY index LIMIT 256",
                statement -> {
                    statement.setLong(1, first);
                    statement.setLong(2, first + count);
                },
                StatesRows::entry);
    }

    private static Entry entry(ResultSet row) throws SQLException {
        long index = row.getLong("index");
        try {
            byte[] leaf = row.getBytes("leaf");
            StateHeads heads = StateHeads.parse(leaf);
            boolean sound = heads.size() == row.getLong("size")
                    && TreeHash.leaf(leaf).equals(Hash.of(row.getBytes("leaf_hash")));
            if (!sound) {
                throw new IllegalArgumentException("the columns are not those of the leaf");
            }
            return new Entry(index, heads, leaf);
        } catch (IllegalArgumentException e) {
            throw new LedgerDamaged("state_heads (index %s): %s".formatted(index, e.getMessage()));
        }
    }

    public void insert(long index, StateHeads heads) throws SQLException {
        byte[] leaf = heads.encode();
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO ledger.state_heads (index, size, leaf, leaf_hash) VALUES (?, ?, ?, ?)")) {
            statement.setLong(1, index);
            statement.setLong(2, heads.size());
            statement.setBytes(3, leaf);
            statement.setBytes(4, TreeHash.leaf(leaf).bytes());
            statement.execute();
        }
    }

    /** The tree over the first entries, for use while the connection is open. */
    public Tree tree(long size) {
        return new Tree(size, new TileHashes(size, this));
    }

    @Override
    public Tile tile(TileCoordinate coordinate) {
        long first = coordinate.index() * Tile.WIDTH;
        List<Hash> hashes = new ArrayList<>();
        try {
            if (coordinate.level() == 0) {
                hashes.addAll(leafHashes(first, coordinate.width()));
            }
            for (int i = 0; coordinate.level() > 0 && i < coordinate.width(); i++) {
                hashes.add(tile(new TileCoordinate(coordinate.level() - 1, first + i, Tile.WIDTH))
                        .root());
            }
        } catch (SQLException e) {
            throw new LedgerUnavailable("Cannot read State heads", e);
        }
        if (hashes.size() != coordinate.width()) {
            throw new LedgerDamaged(
                    "Only %s State heads are there for the tile %s".formatted(hashes.size(), coordinate.path()));
        }
        return new Tile(coordinate.level(), coordinate.index(), hashes);
    }

    private List<Hash> leafHashes(long first, int count) throws SQLException {
        return Query.list(
                connection,
                "SELECT leaf_hash FROM ledger.state_heads WHERE index >= ? AND index < ? ORDER BY index LIMIT 256",
                statement -> {
                    statement.setLong(1, first);
                    statement.setLong(2, first + count);
                },
                row -> Hash.of(row.getBytes("leaf_hash")));
    }
}
