package org.stele.eventstore.read;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.stele.eventstore.event.LedgerDamaged;
import org.stele.eventstore.event.LedgerUnavailable;
import org.stele.eventstore.log.CheckpointRows;
import org.stele.eventstore.log.LedgerTiles;
import org.stele.eventstore.log.Log;
import org.stele.eventstore.log.TrustedKeys;
import org.stele.eventstore.read.LedgerBulkReader.ScannedEvent;
import org.stele.ledger.Frontier;
import org.stele.ledger.Hash;
import org.stele.ledger.NotVerified;
import org.stele.ledger.note.SignedCheckpoint;

/**
 * A SignedHistory rebuilds the tree from the leaves of events, from the first one on, and compares it with what was
 * signed: the last checkpoint in the database, and one kept outside it. Not safe for several threads.
 */
public final class SignedHistory {

    private final DataSource dataSource;
    private final SortedMap<Long, Hash> signed = new TreeMap<>();
    private final Frontier frontier = new Frontier();

    private SignedHistory(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Begins with the empty tree. What was signed is read first, so that events read afterwards reach it.
     *
     * @param dataSource of a role that may SELECT
     * @param kept the checkpoint kept outside the database, if there is one
     */
    public static SignedHistory open(DataSource dataSource, Optional<SignedCheckpoint> kept) {
        SignedHistory history = new SignedHistory(dataSource);
        try (Connection connection = dataSource.getConnection()) {
            SignedCheckpoint latest = new CheckpointRows(connection, Log.LEDGER).latest();
            if (latest != null) {
                requireSigned(latest, TrustedKeys.read(connection));
                history.expect(latest);
            }
        } catch (SQLException e) {
            throw new LedgerUnavailable("Cannot read what was signed", e);
        }
        kept.ifPresent(history::expect);
        return history;
    }

    private static void requireSigned(SignedCheckpoint latest, TrustedKeys keys) {
        try {
            keys.policy().check(latest);
        } catch (NotVerified | IllegalArgumentException e) {
            throw new LedgerDamaged("checkpoint (ledger, size %s): %s".formatted(latest.size(), e.getMessage()));
        }
    }

    private void expect(SignedCheckpoint checkpoint) {
        Hash root = checkpoint.checkpoint().root();
        Hash other = signed.put(checkpoint.size(), root);
        if (other != null && !other.equals(root)) {
            throw new LedgerDamaged("two checkpoints of size %s are signed, with the roots %s and %s"
                    .formatted(checkpoint.size(), root.hex(), other.hex()));
        }
    }

    /** Takes the next event; the caller compares its leaf hash with its leaf. */
    public void take(ScannedEvent event) {
        if (event.position() != frontier.size() + 1) {
            throw new LedgerDamaged("event %s: the row is missing".formatted(frontier.size() + 1));
        }
        frontier.append(event.leafHash(), tile -> {});
        Hash expected = signed.remove(frontier.size());
        if (expected != null && !expected.equals(frontier.root())) {
            throw new LedgerDamaged("events 1 to %s: the root over them is %s, but %s was signed"
                    .formatted(frontier.size(), frontier.root().hex(), expected.hex()));
        }
    }

    /**
     * Ends the history: refuses one that is shorter than what was signed, or whose tree differs from the stored one.
     */
    public void requireComplete() {
        signed.remove(0L);
        if (!signed.isEmpty()) {
            throw new LedgerDamaged("the ledger has %s events, and a checkpoint of size %s is signed"
                    .formatted(frontier.size(), signed.lastKey()));
        }
        try (Connection connection = dataSource.getConnection()) {
            Hash stored = LedgerTiles.tree(connection, frontier.size()).root();
            if (!stored.equals(frontier.root())) {
                throw new LedgerDamaged("events 1 to %s: the tiles give the root %s, and the leaves %s"
                        .formatted(
                                frontier.size(), stored.hex(), frontier.root().hex()));
            }
        } catch (SQLException e) {
            throw new LedgerUnavailable("Cannot read the tree", e);
        } catch (IllegalArgumentException e) {
            throw new LedgerDamaged("the tree of size %s: %s".formatted(frontier.size(), e.getMessage()));
        }
    }
}
