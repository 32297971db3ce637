package org.stele.ledger;

/** A HashReader gives the hashes of the complete subtrees of a Merkle tree. */
@FunctionalInterface
public interface HashReader {

    /**
     * The hash of the complete subtree over the leaves [index * 2^level, (index + 1) * 2^level).
     *
     * @param level the tree level: 0 is a leaf
     */
    Hash hash(int level, long index);
}
