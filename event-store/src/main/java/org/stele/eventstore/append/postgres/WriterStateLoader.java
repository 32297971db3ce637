package org.stele.eventstore.append.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.stele.eventstore.append.LastCommitted;
import org.stele.eventstore.append.WriterState;
import org.stele.eventstore.event.LedgerDamaged;
import org.stele.eventstore.jdbc.Query;
import org.stele.eventstore.log.LedgerTiles;
import org.stele.ledger.Frontier;
import org.stele.ledger.Hash;
import org.stele.ledger.Leaf;
import org.stele.ledger.TreeHash;

/** A WriterStateLoader loads a writer state from the tables. */
public final class WriterStateLoader {

    private record Last(long position, Instant recordedAt, byte[] leaf, Hash leafHash) {}

    private WriterStateLoader() {}

    public static WriterState load(Connection connection) throws SQLException {
        Last last = Query.one(
                connection,
                """
                SELECT position, recorded_at, leaf, leaf_hash FROM ledger.event ORDER BY position DESC LIMIT 1
                """,
                statement -> {},
                row -> new Last(
                        row.getLong("position"),
                        Query.instant(row, "recorded_at"),
                        row.getBytes("leaf"),
                        Hash.of(row.getBytes("leaf_hash"))));
        if (last == null) {
            return WriterState.empty();
        }
        requireSound(last);
        Frontier frontier = Frontier.of(LedgerTiles.tree(connection, last.position()));
        return new WriterState(frontier, new LastCommitted(last.position(), last.leafHash()), last.recordedAt());
    }

    private static void requireSound(Last last) {
        boolean sound = Leaf.parse(last.leaf()).position() == last.position()
                && TreeHash.leaf(last.leaf()).equals(last.leafHash());
        if (!sound) {
            throw new LedgerDamaged("The row at position " + last.position() + " is not the event " + last.position());
        }
    }
}
