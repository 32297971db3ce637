package org.stele.ledger.sample;

import java.util.ArrayList;
import java.util.List;
import org.stele.ledger.Hash;
import org.stele.ledger.Tree;
import org.stele.ledger.TreeHash;

/** A SampleTree is a Merkle tree with every complete subtree at hand. */
final class SampleTree {

    private final List<List<Hash>> levels = new ArrayList<>();

    void append(Hash leafHash) {
        Hash hash = leafHash;
        for (int level = 0; ; level++) {
            if (levels.size() == level) {
                levels.add(new ArrayList<>());
            }
            List<Hash> hashes = levels.get(level);
            hashes.add(hash);
            if (hashes.size() % 2 != 0) {
                return;
            }
            hash = TreeHash.node(hashes.get(hashes.size() - 2), hash);
        }
    }

    Tree at(long size) {
        return new Tree(size, (level, index) -> levels.get(level).get(Math.toIntExact(index)));
    }
}
