package org.stele.eventstore.read;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.stele.eventstore.event.LedgerDamaged;
import org.stele.eventstore.event.LedgerUnavailable;
import org.stele.eventstore.jdbc.Query;
import org.stele.eventstore.log.LedgerTiles;
import org.stele.eventstore.log.SizeRoots;
import org.stele.eventstore.log.TileRootCache;
import org.stele.ledger.Hash;
import org.stele.ledger.Tree;

/**
 * An OpenLedger reads what anybody may know of the ledger: its size, its times, its leaves and its roots. A role that may not read
 * bodies is enough. Safe for many threads.
 */
public final class OpenLedger {

    @FunctionalInterface
    private interface Reading<T extends @Nullable Object> {
        T from(Connection connection) throws SQLException;
    }

    private final DataSource dataSource;
    private final TileRootCache tiles = new TileRootCache();
    private final SizeRoots roots = new SizeRoots();

    public OpenLedger(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The position of the last event, 0 in an empty ledger: the tree size, the number of events. */
    public long head() {
        return read("the head", OpenLedger::head);
    }

    public static long head(Connection connection) throws SQLException {
        return Query.list(
                        connection,
                        "SELECT coalesce(max(position), 0) FROM ledger.event",
                        statement -> {},
                        row -> row.getLong(1))
                .get(0);
    }

    /** The bytes of the leaf at a position; null where there is no event. */
    public byte @Nullable [] leaf(long position) {
        return this.<byte @Nullable []>read(
                "the leaf of event " + position,
                connection -> Query.one(
                        connection,
                        "SELECT leaf FROM ledger.event WHERE position = ? LIMIT 1",
                        statement -> statement.setLong(1, position),
                        row -> row.getBytes("leaf")));
    }

    /** The number of events recorded before an instant. */
    public long sizeAt(Instant instant) {
        return read("the size at " + instant, connection -> {
            long low = 0;
            long high = head(connection);
            // recorded_at never decreases, so binary search finds the place without an index.
            while (low < high) {
                long middle = low + (high - low) / 2;
                boolean before = recordedBefore(connection, middle + 1, instant);
                low = before ? middle + 1 : low;
                high = before ? high : middle;
            }
            return low;
        });
    }

    private static boolean recordedBefore(Connection connection, long position, Instant instant) throws SQLException {
        Boolean before = Query.one(
                connection,
                "SELECT recorded_at < ? FROM ledger.event WHERE position = ? LIMIT 1",
                statement -> {
                    statement.setObject(1, instant.atOffset(ZoneOffset.UTC));
                    statement.setLong(2, position);
                },
                row -> row.getBoolean(1));
        if (before == null) {
            throw new LedgerDamaged("There is no event at position " + position);
        }
        return before;
    }

    /** The Merkle root over the first {@code size} leaves. */
    public Hash root(long size) {
        return withTree(size, Tree::root);
    }

    /**
     * The same for a size that the ledger has, cached; empty where it cannot be computed, because a row is damaged or
     * missing.
     */
    public Optional<Hash> findRoot(long size) {
        Hash known = roots.of(size);
        if (known != null) {
            return Optional.of(known);
        }
        try {
            Hash root = read(
                    "the root of size " + size,
                    connection -> LedgerTiles.tree(connection, size, tiles).root());
            roots.remember(size, root);
            return Optional.of(root);
        } catch (LedgerDamaged | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Applies a function to the tree over the first {@code size} leaves, which must exist. */
    public <T> T withTree(long size, Function<Tree, T> question) {
        return read("the tree of size " + size, connection -> {
            long head = head(connection);
            if (size < 0 || size > head) {
                throw new IllegalArgumentException("The ledger has " + head + " events, not " + size);
            }
            return question.apply(LedgerTiles.tree(connection, size));
        });
    }

    private <T extends @Nullable Object> T read(String what, Reading<T> reading) {
        try (Connection connection = dataSource.getConnection()) {
            return reading.from(connection);
        } catch (SQLException e) {
            throw new LedgerUnavailable("Cannot read " + what + " of the ledger", e);
        }
    }
}
