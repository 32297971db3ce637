package org.stele.eventstore.fsck;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.eventstore.event.IntegrityViolation;
import org.stele.eventstore.jdbc.Query;
import org.stele.eventstore.log.ChainRows;
import org.stele.eventstore.log.CheckpointRows;
import org.stele.eventstore.log.Log;
import org.stele.eventstore.log.StatesRows;
import org.stele.eventstore.log.TrustedKeys;
import org.stele.ledger.Frontier;
import org.stele.ledger.Hash;
import org.stele.ledger.Leaf;
import org.stele.ledger.LeafSequence;
import org.stele.ledger.NotVerified;
import org.stele.ledger.StateHeads;
import org.stele.ledger.TreeHash;
import org.stele.ledger.note.Policy;
import org.stele.ledger.note.SignedCheckpoint;

/**
 * An FsckLogs compares what was signed with the leaves: every checkpoint, and every entry of the second log. The leaves
 * were found sound before; they are read again up to the last signed size.
 */
public final class FsckLogs {

    private static final int PAGE = 1_000;

    private final Connection connection;
    private final Frontier statesFrontier = new Frontier();
    private LeafSequence sequence = new LeafSequence();
    private final List<byte[]> leaves = new ArrayList<>();
    private Frontier ledger = new Frontier();
    private @Nullable StateHeads headsBefore;
    private long checkpoints;
    private long stateHeads;

    public FsckLogs(Connection connection) {
        this.connection = connection;
    }

    /** Of both logs, found sound. */
    long checkpoints() {
        return checkpoints;
    }

    long stateHeads() {
        return stateHeads;
    }

    /** @param size of the ledger */
    public void check(long size) throws SQLException, IntegrityViolation {
        TrustedKeys keys = TrustedKeys.read(connection);
        checkLedger(keys, size);
        beginAgain();
        checkStates(keys, size);
        new FsckCosignatures(connection).check();
    }

    /** The second log needs its own pass over the leaves, since its sizes are different. */
    private void beginAgain() {
        leaves.clear();
        ledger = new Frontier();
        sequence = new LeafSequence();
    }

    private void checkLedger(TrustedKeys keys, long size) throws SQLException, IntegrityViolation {
        CheckpointRows rows = new CheckpointRows(connection, Log.LEDGER);
        for (var page = rows.after(-1);
                !page.isEmpty();
                page = rows.after(page.getLast().size())) {
            for (SignedCheckpoint signed : page) {
                String name = "checkpoint (ledger, size %s): ".formatted(signed.size());
                IntegrityViolation.require(signed.size() <= size, name + "the ledger has " + size + " events");
                requireSigned(policy(keys, name), signed, name);
                advance(signed.size());
                IntegrityViolation.require(
                        ledger.root().equals(signed.checkpoint().root()),
                        name + "the root over these events is " + ledger.root().hex());
                checkpoints++;
            }
        }
    }

    private static Policy policy(TrustedKeys keys, String name) throws IntegrityViolation {
        try {
            return keys.policy();
        } catch (IllegalArgumentException e) {
            throw new IntegrityViolation(name + "signing_key holds no key for it: " + e.getMessage());
        }
    }

    private static void requireSigned(Policy policy, SignedCheckpoint signed, String name) throws IntegrityViolation {
        try {
            policy.check(signed);
        } catch (NotVerified e) {
            throw new IntegrityViolation(name + e.getMessage());
        }
    }

    private void advance(long size) throws SQLException, IntegrityViolation {
        while (ledger.size() < size) {
            if (leaves.isEmpty()) {
                leaves.addAll(page(ledger.size()));
                IntegrityViolation.require(
                        !leaves.isEmpty(), "event %s: the row is missing".formatted(ledger.size() + 1));
            }
            int count = (int) Math.min(leaves.size(), size - ledger.size());
            for (byte[] leaf : leaves.subList(0, count)) {
                append(leaf);
            }
            leaves.subList(0, count).clear();
        }
    }

    private List<byte[]> page(long after) throws SQLException {
        return Query.list(
                connection,
                "SELECT leaf FROM ledger.event WHERE position > ? AND position <= ? ORDER BY position LIMIT 1000",
                statement -> {
                    statement.setLong(1, after);
                    statement.setLong(2, after + PAGE);
                },
                row -> row.getBytes("leaf"));
    }

    private void append(byte[] data) throws IntegrityViolation {
        Hash leafHash = TreeHash.leaf(data);
        ledger.append(leafHash, tile -> {});
        try {
            sequence.append(Leaf.parse(data), leafHash);
        } catch (NotVerified e) {
            throw new IntegrityViolation(String.valueOf(e.getMessage()));
        }
    }

    private void checkStates(TrustedKeys keys, long size) throws SQLException, IntegrityViolation {
        CheckpointRows rows = new CheckpointRows(connection, Log.STATES);
        for (var page = rows.after(-1);
                !page.isEmpty();
                page = rows.after(page.getLast().size())) {
            for (SignedCheckpoint signed : page) {
                String name = "checkpoint (states, size %s): ".formatted(signed.size());
                advanceStates(signed.size(), size);
                requireSignedStates(policy(keys, name), keys, signed, name);
                IntegrityViolation.require(
                        statesFrontier.root().equals(signed.checkpoint().root()),
                        name + "the root over these State heads is "
                                + statesFrontier.root().hex());
                checkpoints++;
            }
        }
        checkUnsigned(size);
    }

    /**
     * A node that was stopped between the two steps leaves one unsigned row, which the next node signs; versions
     * without a chain did not.
     */
    private void checkUnsigned(long size) throws SQLException, IntegrityViolation {
        StatesRows.Entry last = new StatesRows(connection).latest();
        if (last == null || last.index() < stateHeads) {
            return;
        }
        SignedCheckpoint latest = new CheckpointRows(connection, Log.LEDGER).latest();
        IntegrityViolation.require(
                last.index() == stateHeads
                        && latest != null
                        && latest.size() == last.heads().size()
                        && new ChainRows(connection).latest() != null,
                "state_heads (index %s): no checkpoint covers it".formatted(last.index()));
        checkHeads(last, size);
    }

    private void requireSignedStates(Policy policy, TrustedKeys keys, SignedCheckpoint signed, String name)
            throws IntegrityViolation {
        String origin = keys.ranges().getFirst().key().name();
        try {
            policy.checkStates(signed, origin, headsBefore == null ? 0 : headsBefore.size());
        } catch (NotVerified e) {
            throw new IntegrityViolation(name + e.getMessage());
        }
    }

    private void advanceStates(long count, long size) throws SQLException, IntegrityViolation {
        StatesRows rows = new StatesRows(connection);
        while (stateHeads < count) {
            List<StatesRows.Entry> page = rows.range(stateHeads, (int) Math.min(256, count - stateHeads));
            IntegrityViolation.require(
                    !page.isEmpty(), "state_heads (index %s): the row is missing".formatted(stateHeads));
            for (StatesRows.Entry entry : page) {
                checkHeads(entry, size);
            }
        }
    }

    private void checkHeads(StatesRows.Entry entry, long size) throws SQLException, IntegrityViolation {
        String name = "state_heads (index %s): ".formatted(stateHeads);
        IntegrityViolation.require(entry.index() == stateHeads, name + "the row is missing");
        IntegrityViolation.require(entry.heads().size() <= size, name + "the ledger has " + size + " events");
        try {
            if (headsBefore != null) {
                entry.heads().requireGrownFrom(headsBefore);
            }
        } catch (NotVerified e) {
            throw new IntegrityViolation(name + e.getMessage());
        }
        advance(entry.heads().size());
        StateHeads expected = new StateHeads(ledger.size(), ledger.root(), sequence.heads());
        IntegrityViolation.require(expected.equals(entry.heads()), name + "it is not what the ledger had at that size");
        statesFrontier.append(TreeHash.leaf(entry.leaf()), tile -> {});
        headsBefore = entry.heads();
        stateHeads++;
    }
}
