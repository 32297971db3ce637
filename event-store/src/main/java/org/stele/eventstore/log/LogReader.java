package org.stele.eventstore.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.stele.eventstore.event.LedgerDamaged;
import org.stele.eventstore.event.LedgerUnavailable;
import org.stele.eventstore.jdbc.Query;
import org.stele.ledger.ConsistencyProof;
import org.stele.ledger.EntryBundle;
import org.stele.ledger.Tile;
import org.stele.ledger.TileCoordinate;
import org.stele.ledger.Tree;
import org.stele.ledger.note.SignedCheckpoint;
import org.stele.ledger.note.TlogProof;

/**
 * A LogReader reads the public part of a ledger: signed checkpoints, and the tiles and entries that they cover (C2SP
 * tlog-tiles). The role that may only SELECT is enough. It gives out nothing that no checkpoint covers. Safe for many
 * threads.
 */
public final class LogReader {

    private final DataSource dataSource;
    private final TileRootCache roots = new TileRootCache();
    /** The largest signed size seen: smaller sizes need no lookup. */
    private final Map<Log, Long> signedSizes = new ConcurrentHashMap<>();

    public LogReader(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The last checkpoint; empty before the first was signed. */
    public Optional<SignedCheckpoint> latest(Log log) {
        return Optional.ofNullable(this.<@Nullable SignedCheckpoint>read(
                "the last checkpoint", connection -> new CheckpointRows(connection, log).latest()));
    }

    /** The checkpoint of exactly this size, if there is one. */
    public Optional<SignedCheckpoint> at(Log log, long size) {
        return Optional.ofNullable(this.<@Nullable SignedCheckpoint>read(
                "a checkpoint", connection -> new CheckpointRows(connection, log).at(size)));
    }

    /** The keys that have signed, according to the ledger. */
    public TrustedKeys keys() {
        return read("the signing keys", TrustedKeys::read);
    }

    /** The bytes of a tile or of a bundle of entries; empty for one that no signed tree has. */
    public Optional<byte[]> tile(Log log, TileCoordinate coordinate) {
        return read("the tile " + coordinate.path(), connection -> {
            if (!covers(connection, log, coordinate)) {
                return Optional.empty();
            }
            return Optional.of(
                    coordinate.level() == TileCoordinate.ENTRIES
                            ? EntryBundle.encode(entries(connection, log, coordinate))
                            : tile(connection, log, coordinate));
        });
    }

    private boolean covers(Connection connection, Log log, TileCoordinate coordinate) throws SQLException {
        if (covers(signedSizes.getOrDefault(log, 0L), coordinate)) {
            return true;
        }
        SignedCheckpoint latest = new CheckpointRows(connection, log).latest();
        if (latest != null) {
            signedSizes.merge(log, latest.size(), Math::max);
        }
        return latest != null && covers(latest.size(), coordinate);
    }

    private static boolean covers(long size, TileCoordinate coordinate) {
        long count = TileCoordinate.hashCount(Math.max(0, coordinate.level()), size);
        return coordinate.index() <= count / Tile.WIDTH
                && coordinate.index() * Tile.WIDTH + coordinate.width() <= count;
    }

    private byte[] tile(Connection connection, Log log, TileCoordinate coordinate) throws SQLException {
        return log == Log.LEDGER
                ? new LedgerTiles(connection, roots).bytes(coordinate)
                : new StatesRows(connection).tile(coordinate).bytes();
    }

    private static List<byte[]> entries(Connection connection, Log log, TileCoordinate coordinate) throws SQLException {
        long first = coordinate.index() * Tile.WIDTH;
        List<byte[]> entries = log == Log.LEDGER
                ? leaves(connection, first, coordinate.width())
                : new StatesRows(connection)
                        .range(first, coordinate.width()).stream()
                                .map(StatesRows.Entry::leaf)
                                .toList();
        if (entries.size() != coordinate.width()) {
            throw new LedgerDamaged("Only %s entries are there for %s".formatted(entries.size(), coordinate.path()));
        }
        return entries;
    }

    private static List<byte[]> leaves(Connection connection, long after, int count) throws SQLException {
        return Query.list(
                connection,
                "SELECT leaf FROM ledger.event WHERE position > ? AND position <= ? ORDER BY position LIMIT 256",
                statement -> {
                    statement.setLong(1, after);
                    statement.setLong(2, after + count);
                },
                row -> row.getBytes("leaf"));
    }

    /** The proof of one event under the last checkpoint; empty while no checkpoint covers its position. */
    public Optional<TlogProof> proof(long position) {
        return read("the proof of event " + position, connection -> {
            SignedCheckpoint latest = new CheckpointRows(connection, Log.LEDGER).latest();
            if (latest == null || position < 1 || position > latest.size()) {
                return Optional.empty();
            }
            return Optional.of(new TlogProof(tree(connection, latest.size()).inclusion(position - 1), latest));
        });
    }

    /** The proof that the tree of one size begins with that of another; both must be covered by a checkpoint. */
    public ConsistencyProof consistency(long oldSize, long newSize) {
        return read(
                "a consistency proof", connection -> tree(connection, newSize).consistency(oldSize));
    }

    public Tree tree(Connection connection, long size) {
        return LedgerTiles.tree(connection, size, roots);
    }

    @FunctionalInterface
    public interface Reading<T extends @Nullable Object> {
        T from(Connection connection) throws SQLException;
    }

    public <T extends @Nullable Object> T read(String what, Reading<T> reading) {
        try (Connection connection = dataSource.getConnection()) {
            return reading.from(connection);
        } catch (SQLException e) {
            throw new LedgerUnavailable("Cannot read " + what, e);
        } catch (IllegalArgumentException
                | IllegalStateException
                | NullPointerException
                | IndexOutOfBoundsException
                | ArithmeticException
                | DateTimeException e) {
            // The request was checked before: a stored row has a wrong form.
            throw new LedgerDamaged(what + ": a row is not of its form (" + e.getMessage() + ")");
        }
    }
}
