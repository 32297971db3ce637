package org.stele.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.stele.ledger.Frontier;
import org.stele.ledger.Hash;
import org.stele.ledger.Tile;

/**
 * An Fsck reads the whole ledger and computes anew, from the stored bodies, everything else that is stored: commitments,
 * leaves, State chains, tiles, columns, the tag index and the table of commands. It stops at the first thing wrong.
 *
 * <p>It sees one snapshot, so that it may run while events are appended, and holds one page of events in memory.
 */
public final class Fsck {

    private static final int PAGE = 1_000;

    /** Pages are looked up by key, also while the planner still takes the tables for small ones. */
    private static final String BY_KEY =
            "SET LOCAL enable_seqscan = off; SET LOCAL enable_hashjoin = off;" + " SET LOCAL enable_mergejoin = off";

    private final DataSource dataSource;
    private final String stateTagKey;

    /** @param dataSource of any role that may SELECT */
    public Fsck(DataSource dataSource, String stateTagKey) {
        this.dataSource = dataSource;
        this.stateTagKey = stateTagKey;
    }

    /** Checks everything; {@code progress} is told the position after each page. */
    public FsckReport run(LongConsumer progress) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try (var statement = connection.createStatement()) {
                statement.execute(BY_KEY);
                return new Check(connection, stateTagKey).run(progress);
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new LedgerUnavailable("The ledger cannot be read to its end", e);
        }
    }

    /** A Check is one run over one snapshot. */
    private static final class Check {

        private final Connection connection;
        private final FsckEvents events;
        private final FsckIndexes indexes;
        private final Frontier frontier = new Frontier();
        private long tiles;

        Check(Connection connection, String stateTagKey) {
            this.connection = connection;
            this.events = new FsckEvents(connection, stateTagKey);
            this.indexes = new FsckIndexes(connection);
        }

        FsckReport run(LongConsumer progress) throws SQLException {
            try {
                List<FsckEvents.Checked> page = events.next(PAGE);
                while (!page.isEmpty()) {
                    checkPage(page);
                    progress.accept(page.get(page.size() - 1).position());
                    page = events.next(PAGE);
                }
                indexes.requireNothingMore();
                requireNoMoreTiles();
                return report(null);
            } catch (Wrong wrong) {
                return report(wrong.getMessage());
            }
        }

        private void checkPage(List<FsckEvents.Checked> page) throws SQLException, Wrong {
            List<Tile> filled = new ArrayList<>();
            for (FsckEvents.Checked event : page) {
                frontier.append(event.leafHash(), filled::add);
            }
            indexes.check(page);
            for (Tile tile : filled) {
                checkTile(tile);
            }
        }

        private void checkTile(Tile tile) throws SQLException, Wrong {
            byte[] stored = Query.one(
                    connection,
                    "SELECT hashes FROM ledger.merkle_tile WHERE level = ? AND index = ? LIMIT 1",
                    statement -> {
                        statement.setInt(1, tile.level());
                        statement.setLong(2, tile.index());
                    },
                    row -> row.getBytes("hashes"));
            String name = "merkle_tile (level %d, index %d)".formatted(tile.level(), tile.index());
            Wrong.unless(stored != null, name + ": the row is missing");
            Wrong.unless(Arrays.equals(stored, tile.bytes()), name + ": hashes are not those of the leaves below it");
            tiles++;
        }

        private void requireNoMoreTiles() throws SQLException, Wrong {
            String surplus = Query.one(
                    connection, """
                    SELECT format('merkle_tile (level %s, index %s)', level, index) FROM ledger.merkle_tile
                    WHERE index >= ? >> (8 * (level + 1)) ORDER BY level, index LIMIT 1
                    """, statement -> statement.setLong(1, frontier.size()), row -> row.getString(1));
            Wrong.unless(surplus == null, surplus + ": the ledger has no such full tile");
        }

        private FsckReport report(@Nullable String firstWrong) {
            Hash root = frontier.root();
            return new FsckReport(
                    frontier.size(),
                    indexes.tags(),
                    tiles,
                    indexes.commands(),
                    events.states(),
                    firstWrong,
                    root.hex());
        }
    }
}
