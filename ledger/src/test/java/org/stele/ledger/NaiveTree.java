package org.stele.ledger;

import java.util.List;

/** A NaiveTree is RFC 6962, section 2.1 word for word: slow, and obviously right. */
final class NaiveTree {

    private NaiveTree() {}

    static Hash root(List<Hash> leaves) {
        if (leaves.isEmpty()) {
            return TreeHash.EMPTY_ROOT;
        }
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int k = 1;
        while (2 * k < leaves.size()) {
            k *= 2;
        }
        return TreeHash.node(root(leaves.subList(0, k)), root(leaves.subList(k, leaves.size())));
    }

    /** The tree over some leaves, each subtree hashed anew. */
    static Tree tree(List<Hash> leaves) {
        return new Tree(leaves.size(), (level, index) -> {
            int from = Math.toIntExact(index << level);
            return root(leaves.subList(from, from + (1 << level)));
        });
    }
}
