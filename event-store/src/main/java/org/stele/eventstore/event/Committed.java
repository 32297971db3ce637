package org.stele.eventstore.event;

import java.time.DateTimeException;
import java.time.Instant;
import org.stele.ledger.Commitment;
import org.stele.ledger.Hash;
import org.stele.ledger.Leaf;
import org.stele.ledger.TreeHash;

/** Committed is what a reader requires of an event before it takes the body for what was recorded. */
public final class Committed {

    private Committed() {}

    /**
     * Refuses a body that the leaf does not commit to, a leaf that does not stand for this position and time, and a leaf hash
     * that is not the leaf's.
     *
     * @return the leaf
     */
    public static Leaf require(
            long position, Instant recordedAt, byte[] body, byte[] salt, byte[] leaf, Hash leafHash) {
        Leaf parsed = requireLeaf(position, recordedAt, leaf, leafHash);
        boolean isCommitted = salt.length == Commitment.SALT_BYTES
                && Commitment.of(salt, body).equals(parsed.commitment());
        require(isCommitted, position, "body and salt are not those that the leaf commits to");
        return parsed;
    }

    /** The leaf, whatever became of the body. */
    public static Leaf requireLeaf(long position, Instant recordedAt, byte[] leaf, Hash leafHash) {
        try {
            Leaf parsed = Leaf.parse(leaf);
            require(parsed.position() == position, position, "the leaf is that of position " + parsed.position());
            require(parsed.recordedAt().equals(recordedAt), position, "recorded_at is not the leaf's");
            require(TreeHash.leaf(leaf).equals(leafHash), position, "leaf_hash is not the leaf's");
            return parsed;
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new LedgerDamaged("event " + position + ": " + e.getMessage());
        }
    }

    private static void require(boolean so, long position, String otherwise) {
        if (!so) {
            throw new LedgerDamaged("event " + position + ": " + otherwise);
        }
    }
}
