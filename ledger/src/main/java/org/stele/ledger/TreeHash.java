package org.stele.ledger;

import java.util.List;

/** The three hashes of a Merkle tree: empty, leaf and node (RFC 6962, section 2.1). */
public final class TreeHash {

    /** The root of a tree without leaves: SHA-256 of nothing. */
    public static final Hash EMPTY_ROOT = Hash.sha256();

    private static final byte[] LEAF_PREFIX = {0x00};
    private static final byte NODE_PREFIX = 0x01;

    private TreeHash() {}

    public static Hash leaf(byte[] data) {
        return Hash.sha256(LEAF_PREFIX, data);
    }

    public static Hash node(Hash left, Hash right) {
        return Hash.sha256(NODE_PREFIX, left, right);
    }

    /** The root over a power of two of sibling hashes. */
    static Hash complete(List<Hash> siblings) {
        if (Integer.bitCount(siblings.size()) != 1) {
            throw new IllegalArgumentException("Not a power of two: " + siblings.size());
        }
        if (siblings.size() == 1) {
            return siblings.get(0);
        }
        int half = siblings.size() / 2;
        return node(complete(siblings.subList(0, half)), complete(siblings.subList(half, siblings.size())));
    }

    /** The root over hashes of complete subtrees given from left (largest) to right (smallest). */
    static Hash rightmost(List<Hash> subtrees) {
        if (subtrees.isEmpty()) {
            return EMPTY_ROOT;
        }
        int last = subtrees.size() - 1;
        Hash root = subtrees.get(last);
        for (int i = last - 1; i >= 0; i--) {
            root = node(subtrees.get(i), root);
        }
        return root;
    }
}
