package org.stele.eventstore.signing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import org.stele.eventstore.damage.DamagedRow;
import org.stele.eventstore.damage.Tolerance;
import org.stele.eventstore.event.IntegrityViolation;
import org.stele.eventstore.event.LeafBinding;
import org.stele.eventstore.jdbc.CopyRowReader;
import org.stele.eventstore.log.LedgerTiles;
import org.stele.ledger.Commitment;
import org.stele.ledger.Frontier;
import org.stele.ledger.Hash;
import org.stele.ledger.Leaf;
import org.stele.ledger.LeafSequence;
import org.stele.ledger.NotVerified;
import org.stele.ledger.StateHeads;
import org.stele.ledger.Tree;

/**
 * A RecomputedTree is the signer's own tree over the ledger. It grows only by leaves that were recomputed from the
 * stored bodies, and it knows the chain of every State. Not safe for several threads.
 */
final class RecomputedTree {

    /** Events read by one statement, well within the statement timeout. */
    private static final int CHUNK = 50_000;

    private static final String COPY = "COPY (SELECT position, body, salt, leaf, leaf_hash FROM ledger.event"
            + " WHERE position > %s AND position <= %s ORDER BY position) TO STDOUT (FORMAT binary)";

    /** The commitment is null where two persons accepted that body and salt do not match the leaf. */
    private record Stored(long position, @Nullable Hash commitment, byte[] leaf, Hash leafHash) {}

    private final Connection connection;
    private final Frontier frontier;
    private final LeafSequence leaves;

    private RecomputedTree(Connection connection, Frontier frontier, LeafSequence leaves) {
        this.connection = connection;
        this.frontier = frontier;
        this.leaves = leaves;
    }

    /** The tree that the signed State heads refer to; the empty one without any. */
    static RecomputedTree at(Connection connection, @Nullable StateHeads signed) throws IntegrityViolation {
        if (signed == null) {
            return new RecomputedTree(connection, new Frontier(), new LeafSequence());
        }
        RecomputedTree tree = new RecomputedTree(
                connection, Frontier.of(LedgerTiles.tree(connection, signed.size())), LeafSequence.after(signed));
        IntegrityViolation.require(
                tree.root().equals(signed.root()),
                "events 1 to %s: the root over them is %s, but %s was signed"
                        .formatted(
                                signed.size(), tree.root().hex(), signed.root().hex()));
        return tree;
    }

    long size() {
        return frontier.size();
    }

    Hash root() {
        return frontier.root();
    }

    StateHeads stateHeads() {
        return new StateHeads(size(), root(), leaves.heads());
    }

    /**
     * Grows to a size that the database has, and requires that the database's tree is equal and extends the old one.
     */
    void advance(long newSize) throws SQLException, IntegrityViolation {
        long oldSize = size();
        Hash oldRoot = root();
        while (size() < newSize) {
            read(size(), Math.min(newSize, size() + CHUNK));
        }
        Tree stored = LedgerTiles.tree(connection, newSize);
        IntegrityViolation.require(
                stored.root().equals(root()),
                "events 1 to %s: the tiles give the root %s, and the bodies %s"
                        .formatted(newSize, stored.root().hex(), root().hex()));
        IntegrityViolation.require(
                stored.consistency(oldSize).proves(oldRoot, root()),
                "events 1 to %s: the tree does not extend the one of size %s that was signed"
                        .formatted(newSize, oldSize));
    }

    /** By COPY, which costs the database least. */
    private void read(long after, long upTo) throws SQLException, IntegrityViolation {
        Tolerance accepted = Tolerance.ofAccepted(connection, after, upTo);
        CopyOut copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut(String.format(Locale.ROOT, COPY, after, upTo));
        try {
            boolean isFirst = true;
            for (byte[] row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
                if (!CopyRowReader.isEnd(row, isFirst)) {
                    append(stored(new CopyRowReader(row, isFirst), accepted));
                }
                isFirst = false;
            }
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
        IntegrityViolation.require(size() == upTo, "event %s: the row is missing".formatted(size() + 1));
    }

    private Stored stored(CopyRowReader row, Tolerance accepted) throws IntegrityViolation {
        try {
            long position = row.number();
            Hash commitment = commitment(row.again());
            row.skip(2);
            return new Stored(
                    position, accepted.covers(position) ? null : commitment, row.bytes(), Hash.of(row.bytes()));
        } catch (IllegalArgumentException e) {
            throw new IntegrityViolation("event %s: %s".formatted(size() + 1, e.getMessage()));
        }
    }

    /** For bytes that cannot be a body and a salt, a hash that no leaf has. */
    private static Hash commitment(CopyRowReader row) {
        try {
            byte[] body = row.bytes();
            return Commitment.of(row.bytes(), body);
        } catch (IllegalArgumentException e) {
            return Hash.sha256(new byte[0]);
        }
    }

    private void append(Stored stored) throws IntegrityViolation {
        String name = "event " + (size() + 1) + ": ";
        IntegrityViolation.require(stored.position() == size() + 1, name + "the row is missing");
        Leaf leaf = leaf(stored, name);
        Hash leafHash = stored.leafHash();
        if (stored.commitment() != null && !stored.commitment().equals(leaf.commitment())) {
            throw new DamagedRow(stored.position(), name + "body and salt are not those that the leaf commits to");
        }
        try {
            leaves.append(leaf, leafHash);
        } catch (NotVerified e) {
            throw new IntegrityViolation(String.valueOf(e.getMessage()));
        }
        frontier.append(leafHash, tile -> {});
    }

    private static Leaf leaf(Stored stored, String name) throws IntegrityViolation {
        try {
            return LeafBinding.leaf(stored.position(), stored.leaf(), stored.leafHash());
        } catch (IllegalArgumentException e) {
            throw new IntegrityViolation(name + e.getMessage());
        }
    }
}
