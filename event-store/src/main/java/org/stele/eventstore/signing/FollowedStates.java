package org.stele.eventstore.signing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.eventstore.event.IntegrityViolation;
import org.stele.eventstore.log.CheckpointRows;
import org.stele.eventstore.log.Log;
import org.stele.eventstore.log.StatesRows;
import org.stele.eventstore.log.TrustedKeys;
import org.stele.eventstore.read.OpenLedger;
import org.stele.ledger.Frontier;
import org.stele.ledger.NotVerified;
import org.stele.ledger.StateHeads;
import org.stele.ledger.TreeHash;
import org.stele.ledger.note.SignedCheckpoint;

/**
 * A FollowedStates is the log of State heads as far as one node has seen it signed and compared it with the ledger. Not
 * safe for several threads.
 */
final class FollowedStates {

    private final Connection connection;
    private final StatesRows rows;
    private final CheckpointRows checkpoints;
    private final RecomputedTree tree;
    private Frontier log;
    private StatesRows.@Nullable Entry lastHeads;
    private @Nullable SignedCheckpoint lastSigned;

    /**
     * @param tree of the ledger, which grows by the leaves that State heads are compared with
     * @param last State heads that the tree was begun with; null for an empty tree
     */
    FollowedStates(Connection connection, RecomputedTree tree, StatesRows.@Nullable Entry last) {
        this.connection = connection;
        this.rows = new StatesRows(connection);
        this.checkpoints = new CheckpointRows(connection, Log.STATES);
        this.tree = tree;
        this.lastHeads = last;
        this.log = last == null ? new Frontier() : Frontier.of(rows.tree(last.index() + 1));
    }

    Frontier log() {
        return log;
    }

    long size() {
        return log.size();
    }

    boolean hasSigned() {
        return lastSigned != null;
    }

    /** The size of the ledger in the State heads that were signed last; 0 without any. */
    long headsSize() {
        return lastHeads == null ? 0 : lastHeads.heads().size();
    }

    /** The entries beyond the known state that the checkpoint covers. */
    List<StatesRows.Entry> beyond(@Nullable SignedCheckpoint covering) throws SQLException, IntegrityViolation {
        long covered = covering == null ? 0 : covering.size();
        List<StatesRows.Entry> heads = new ArrayList<>();
        for (long from = size(); from < covered; from = size() + heads.size()) {
            List<StatesRows.Entry> page = rows.range(from, (int) Math.min(256, covered - from));
            IntegrityViolation.require(!page.isEmpty(), "state_heads (index " + from + "): the row is missing");
            heads.addAll(page);
        }
        return heads;
    }

    void take(StatesRows.Entry entry) throws SQLException, IntegrityViolation {
        IntegrityViolation.require(entry.index() == size(), "state_heads (index " + size() + "): the row is missing");
        requireHeads(entry);
        log.append(TreeHash.leaf(entry.leaf()), tile -> {});
        lastHeads = entry;
    }

    /** Requires that State heads match the ledger at their size, which may not be below the known one. */
    private void requireHeads(StatesRows.Entry entry) throws SQLException, IntegrityViolation {
        String name = "state_heads (index " + entry.index() + "): ";
        StateHeads heads = entry.heads();
        long head = OpenLedger.head(connection);
        IntegrityViolation.require(heads.size() <= head, name + "the ledger has " + head + " events");
        if (heads.size() > tree.size()) {
            tree.advance(heads.size());
        }
        IntegrityViolation.require(
                heads.equals(tree.stateHeads()), name + "it is not what the ledger had at that size");
    }

    void take(@Nullable SignedCheckpoint signed, TrustedKeys keys, String origin) throws IntegrityViolation {
        IntegrityViolation.require(
                (signed == null ? 0 : signed.size()) == size() && (signed != null || lastSigned == null),
                "checkpoint (states, size " + size() + "): the row is missing");
        if (signed == null || FollowedLogs.isSame(signed, lastSigned)) {
            return;
        }
        String name = "checkpoint (states, size " + signed.size() + "): ";
        IntegrityViolation.require(
                log.root().equals(signed.checkpoint().root()), name + "its root is not that over the State heads");
        try {
            keys.policy().checkStates(signed, origin, headsSize());
        } catch (NotVerified e) {
            throw new IntegrityViolation(name + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new IntegrityViolation(name + "signing_key holds no key for it: " + e.getMessage());
        }
        lastSigned = signed;
    }

    /** Whether the end of the log is the known one. */
    boolean isUntouched() throws SQLException {
        StatesRows.Entry last = rows.latest();
        return FollowedLogs.isSame(checkpoints.latest(), lastSigned) && (last == null ? 0 : last.index() + 1) == size();
    }

    /** Adds what this node has signed itself. */
    void signed(SignedCheckpoint checkpoint, Frontier over, StatesRows.@Nullable Entry heads) {
        lastSigned = checkpoint;
        log = over;
        lastHeads = heads == null ? lastHeads : heads;
    }

    /**
     * State heads that were recorded and that no checkpoint covers: their node stopped before it signed them. They must
     * be of the size that was signed last.
     */
    StatesRows.@Nullable Entry unsigned() throws SQLException, IntegrityViolation {
        StatesRows.Entry last = rows.latest();
        if (last == null || last.index() < size()) {
            return null;
        }
        String name = "state_heads (index " + last.index() + "): no checkpoint covers it";
        IntegrityViolation.require(last.index() == size(), name);
        IntegrityViolation.require(
                last.heads().size() == tree.size(), name + ", and it is not of the size signed last");
        requireHeads(last);
        return last;
    }
}
