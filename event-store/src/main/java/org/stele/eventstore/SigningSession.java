package org.stele.eventstore;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stele.eventstore.signing.SigningRefused;
import org.stele.ledger.Hash;
import org.stele.ledger.NotVerified;
import org.stele.ledger.StateHeads;
import org.stele.ledger.note.Checkpoint;
import org.stele.ledger.note.NoteKey;
import org.stele.ledger.note.NoteSignature;
import org.stele.ledger.note.SignedCheckpoint;

/**
 * A SigningSession is one connection of a node that signs, or that stands by while another node does. What it knows it has
 * loaded on this connection or computed since; after any error a new session begins. Not safe for several threads.
 */
final class SigningSession {

    /** Held by the one node that signs; it ends with its connection. */
    private static final long SIGNER_LOCK = 0x5354454C45_02L;

    private final Connection connection;
    private final CheckpointSigner.Parts parts;
    private final SignedTree tree;
    private final CheckpointRows checkpoints;
    private final StatesRows states;
    private final Cosigners ledgerCosigners;
    private final Cosigners statesCosigners;
    private StatesRows.@Nullable Entry lastHeads;
    private TrustedKeys keys;
    private boolean isLeading;
    private boolean hasSigned;

    private SigningSession(Connection connection, CheckpointSigner.Parts parts) throws SQLException, Wrong {
        this.connection = connection;
        this.parts = parts;
        this.checkpoints = new CheckpointRows(connection, Log.LEDGER);
        this.states = new StatesRows(connection);
        this.keys = TrustedKeys.read(connection);
        this.lastHeads = states.latest();
        this.ledgerCosigners = Cosigners.load(connection, parts.client(), Log.LEDGER, parts.witnesses());
        this.statesCosigners = Cosigners.load(connection, parts.client(), Log.STATES, parts.witnesses());
        this.tree = SignedTree.at(connection, lastHeads == null ? null : lastHeads.heads());
    }

    /** Begins where the tables end that were signed; refuses a database that does not extend the kept checkpoint. */
    static SigningSession begin(Connection connection, CheckpointSigner.Parts parts)
            throws SQLException, IOException, Wrong {
        var kept = parts.kept().read();
        if (kept.isPresent()) {
            KeptGuard.requireExtends(connection, parts.kept(), kept.get());
        }
        SigningSession session = new SigningSession(connection, parts);
        session.requireSignedHeads();
        session.follow();
        return session;
    }

    SigningStatus.Phase phase() {
        return isLeading ? SigningStatus.Phase.SIGNING : SigningStatus.Phase.STANDING_BY;
    }

    /** Of the last checkpoint that this node signed or saw. */
    long size() {
        return hasSigned ? tree.size() : 0;
    }

    /** How long ago State heads were recorded; null before the first. */
    @Nullable
    Duration headsAge() throws SQLException {
        return states.age();
    }

    /** Of the State heads recorded last; 0 without any. */
    long headsSize() {
        return lastHeads == null ? 0 : lastHeads.heads().size();
    }

    /** The State heads that the tree was begun with were signed as well. Another node may have signed more since. */
    private void requireSignedHeads() throws SQLException, Wrong {
        if (lastHeads == null) {
            return;
        }
        long count = lastHeads.index() + 1;
        String name = "checkpoint (states, size %s): ".formatted(count);
        SignedCheckpoint signed = new CheckpointRows(connection, Log.STATES).at(count);
        if (signed == null) {
            throw new Wrong(name + "the row is missing");
        }
        Wrong.unless(
                states.tree(count).root().equals(signed.checkpoint().root()),
                name + "its root is not that over the State heads");
        try {
            keys.policy().checkStates(signed, parts.keys().origin(), headsSize());
        } catch (NotVerified e) {
            throw new Wrong(name + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new Wrong("signing_key: the keys that are stored are none: " + e.getMessage());
        }
    }

    /** Takes in what another node signed, after having computed it anew. */
    private void follow() throws SQLException, IOException, Wrong {
        SignedCheckpoint latest = checkpoints.latest();
        if (latest == null || (hasSigned && latest.size() == tree.size())) {
            return;
        }
        long head = LedgerReader.head(connection);
        if (latest.size() > head || latest.size() < tree.size()) {
            throw new SigningRefused(
                    "Found a checkpoint of size %s in a database with %s events, of which %s were seen signed. The database is not the one that was signed; run fsck."
                            .formatted(latest.size(), head, tree.size()));
        }
        keys = TrustedKeys.read(connection);
        requireTrusted(latest);
        tree.advance(latest.size());
        Wrong.unless(
                tree.root().equals(latest.checkpoint().root()),
                "checkpoint (ledger, size %s): the bodies give the root %s"
                        .formatted(latest.size(), tree.root().hex()));
        keep(latest);
        hasSigned = true;
    }

    private void requireTrusted(SignedCheckpoint checkpoint) throws Wrong {
        try {
            keys.policy().check(checkpoint);
        } catch (NotVerified e) {
            throw new Wrong("checkpoint (ledger, size %s): %s".formatted(checkpoint.size(), e.getMessage()));
        } catch (IllegalArgumentException e) {
            throw new Wrong("signing_key: the keys that are stored are none: " + e.getMessage());
        }
    }

    private void keep(SignedCheckpoint checkpoint) throws IOException {
        parts.kept().write(checkpoint);
    }

    /** Signs what is new if this node is the one that signs; otherwise takes in what the other one signed. */
    void round() throws SQLException, IOException, Wrong {
        if (!isLeading) {
            lead();
        }
        if (!isLeading) {
            follow();
            return;
        }
        long head = LedgerReader.head(connection);
        if (head < tree.size()) {
            throw new SigningRefused(
                    "Found a database with %s events, and signed one with %s. It went back: restore the one that was signed."
                            .formatted(head, tree.size()));
        }
        if (head > tree.size() || !hasSigned) {
            sign(head);
        }
    }

    private void lead() throws SQLException, IOException, Wrong {
        isLeading = Query.list(
                        connection,
                        "SELECT pg_try_advisory_lock(?) AS got",
                        statement -> statement.setLong(1, SIGNER_LOCK),
                        row -> row.getBoolean("got"))
                .get(0);
        if (!isLeading) {
            return;
        }
        // What the last leader signed until it let go of the lock.
        follow();
        lastHeads = states.latest();
        keys = keys.admit(connection, parts.keys(), tree.size());
    }

    private void sign(long size) throws SQLException, IOException, Wrong {
        tree.advance(size);
        SignedCheckpoint signed = signed(Log.LEDGER, size, tree.root());
        Map<NoteKey, NoteSignature> lines = ledgerCosigners.ask(signed, LedgerTiles.tree(connection, size));
        inTransaction(() -> checkpoints.insert(signed, lines));
        hasSigned = true;
        keep(signed.with(lines.values().stream().toList()));
        if (new CheckpointRows(connection, Log.STATES).latest() == null) {
            signStates(0, null);
        }
    }

    /** Records the State heads of what was signed last, if they are new and this node is the one that signs. */
    void recordHeads() throws SQLException {
        if (!isLeading || size() <= headsSize()) {
            return;
        }
        StateHeads heads = tree.stateHeads();
        long index = lastHeads == null ? 0 : lastHeads.index() + 1;
        signStates(index + 1, heads);
        lastHeads = states.latest();
    }

    /** The leaf and the checkpoint that covers it are recorded together. */
    private void signStates(long size, @Nullable StateHeads heads) throws SQLException {
        StatesRows rows = states;
        inTransaction(() -> {
            if (heads != null) {
                rows.insert(size - 1, heads);
            }
            SignedCheckpoint signed = signed(Log.STATES, size, rows.tree(size).root());
            Map<NoteKey, NoteSignature> lines = statesCosigners.ask(signed, rows.tree(size));
            new CheckpointRows(connection, Log.STATES).insert(signed, lines);
        });
    }

    private SignedCheckpoint signed(Log log, long size, Hash root) {
        return parts.keys().sign(new Checkpoint(log.origin(parts.keys().origin()), size, root));
    }

    @FunctionalInterface
    private interface Work {
        void run() throws SQLException;
    }

    private void inTransaction(Work work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            work.run();
            connection.commit();
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        }
        connection.setAutoCommit(true);
    }
}
