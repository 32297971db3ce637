package org.stele.eventstore;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.stele.eventstore.signing.KeptCheckpoint;
import org.stele.eventstore.signing.SigningRefused;
import org.stele.ledger.Hash;
import org.stele.ledger.note.SignedCheckpoint;

/** The KeptGuard holds a database against the last checkpoint that was kept outside of it, before anything is written. */
public final class KeptGuard {

    private KeptGuard() {}

    /**
     * Refuses a database that does not extend the kept checkpoint: one that is behind, such as an old copy, or that holds
     * another history. Without a kept checkpoint every database is taken. It reads only, and needs no more than the tables of
     * the first migration, or none.
     *
     * @throws SigningRefused with what was found, what was expected and what to do next
     */
    public static void requireExtends(DataSource dataSource, KeptCheckpoint kept) throws IOException, SQLException {
        Optional<SignedCheckpoint> checkpoint = kept.read();
        if (checkpoint.isEmpty()) {
            return;
        }
        try (Connection connection = dataSource.getConnection()) {
            requireExtends(connection, kept, checkpoint.get());
        }
    }

    static void requireExtends(Connection connection, KeptCheckpoint kept, SignedCheckpoint checkpoint)
            throws SQLException {
        long expected = checkpoint.size();
        long head = hasTables(connection) ? LedgerReader.head(connection) : 0;
        if (head < expected) {
            throw refused(kept, checkpoint, "Found a database with %s events: it is behind, as an old copy is.", head);
        }
        Hash root;
        try {
            root = LedgerTiles.tree(connection, expected).root();
        } catch (LedgerDamaged e) {
            throw refused(kept, checkpoint, "Found a database that is damaged: %s.", String.valueOf(e.getMessage()));
        }
        if (!root.equals(checkpoint.checkpoint().root())) {
            throw refused(
                    kept,
                    checkpoint,
                    "Found a database whose first %s events give the root %s: it holds another history.",
                    expected,
                    root.hex());
        }
    }

    private static boolean hasTables(Connection connection) throws SQLException {
        return Query.list(
                        connection,
                        "SELECT to_regclass('ledger.event') IS NOT NULL AS there",
                        statement -> {},
                        row -> row.getBoolean("there"))
                .get(0);
    }

    private static SigningRefused refused(
            KeptCheckpoint kept, SignedCheckpoint checkpoint, String found, Object... values) {
        return new SigningRefused(
                String.format(Locale.ROOT, found, values)
                        + " Expected one that extends the last signed checkpoint, kept in %s: %s at size %s with the root %s."
                                .formatted(
                                        kept.path(),
                                        checkpoint.checkpoint().origin(),
                                        checkpoint.size(),
                                        checkpoint.checkpoint().root().hex())
                        + " Nothing was written. Restore a database that has these events, and start again; `stele fsck` says more."
                        + " To serve this one all the same, move the file away: whoever holds a checkpoint will see the break.");
    }
}
