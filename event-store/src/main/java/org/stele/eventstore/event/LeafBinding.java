package org.stele.eventstore.event;

import java.time.Instant;
import org.stele.ledger.Commitment;
import org.stele.ledger.Hash;
import org.stele.ledger.Leaf;
import org.stele.ledger.TreeHash;

/** A LeafBinding ties a row to the tree: leaf hash and position match the leaf, which commits to salt and body. */
public final class LeafBinding {

    private LeafBinding() {}

    /**
     * The leaf in these bytes.
     *
     * @throws IllegalArgumentException where it is no leaf, or not the one of this hash and position
     */
    public static Leaf leaf(long position, byte[] encoded, Hash leafHash) {
        Leaf leaf = Leaf.parse(encoded);
        require(TreeHash.leaf(encoded).equals(leafHash), "leaf_hash is not the leaf's");
        require(leaf.position() == position, "the leaf is that of position " + leaf.position());
        return leaf;
    }

    /**
     * Requires that a leaf commits to salt and body.
     *
     * @throws IllegalArgumentException where it does not
     */
    public static void requireCommitment(Leaf leaf, byte[] salt, byte[] body) {
        boolean isCommitted = salt.length == Commitment.SALT_BYTES
                && Commitment.of(salt, body).equals(leaf.commitment());
        require(isCommitted, "body and salt are not those that the leaf commits to");
    }

    /** The leaf of an event; refuses, for a reader, one whose body, position, time or leaf hash does not match it. */
    public static Leaf require(
            long position, Instant recordedAt, byte[] body, byte[] salt, byte[] encoded, Hash leafHash) {
        Leaf leaf = requireLeaf(position, recordedAt, encoded, leafHash);
        try {
            requireCommitment(leaf, salt, body);
            return leaf;
        } catch (IllegalArgumentException e) {
            throw damaged(position, e);
        }
    }

    /** The same without the body. */
    public static Leaf requireLeaf(long position, Instant recordedAt, byte[] encoded, Hash leafHash) {
        try {
            Leaf leaf = leaf(position, encoded, leafHash);
            require(leaf.recordedAt().equals(recordedAt), "recorded_at is not the leaf's");
            return leaf;
        } catch (IllegalArgumentException e) {
            throw damaged(position, e);
        }
    }

    private static LedgerDamaged damaged(long position, IllegalArgumentException e) {
        return new LedgerDamaged("event " + position + ": " + e.getMessage());
    }

    private static void require(boolean so, String otherwise) {
        if (!so) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
