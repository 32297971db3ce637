package org.stele.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * A ConsistencyProof is the hashes that prove a tree to be the beginning of a larger one (RFC 6962, section 2.1.2).
 */
public record ConsistencyProof(long oldSize, long newSize, List<Hash> hashes) {

    public ConsistencyProof {
        hashes = List.copyOf(hashes);
    }

    /** Whether the tree with the new root begins with all of the tree with the old root. */
    public boolean proves(Hash oldRoot, Hash newRoot) {
        if (oldSize < 0 || oldSize > newSize) {
            return false;
        }
        if (oldSize == newSize) {
            return hashes.isEmpty() && oldRoot.equals(newRoot);
        }
        if (oldSize == 0) {
            return hashes.isEmpty() && oldRoot.equals(TreeHash.EMPTY_ROOT);
        }
        return provesGrowth(oldRoot, newRoot);
    }

    /** RFC 9162, section 2.1.4.2: both roots are computed from the one path. */
    private boolean provesGrowth(Hash oldRoot, Hash newRoot) {
        List<Hash> path = new ArrayList<>(hashes);
        if (Long.bitCount(oldSize) == 1) {
            path.add(0, oldRoot);
        }
        if (path.isEmpty()) {
            return false;
        }
        int shift = Long.numberOfTrailingZeros(~(oldSize - 1));
        long node = (oldSize - 1) >> shift;
        long lastNode = (newSize - 1) >> shift;
        Hash oldSide = path.get(0);
        Hash newSide = path.get(0);
        for (Hash hash : path.subList(1, path.size())) {
            if (lastNode == 0) {
                return false;
            }
            boolean right = (node & 1) == 1 || node == lastNode;
            oldSide = right ? TreeHash.node(hash, oldSide) : oldSide;
            newSide = right ? TreeHash.node(hash, newSide) : TreeHash.node(newSide, hash);
            while (right && (node & 1) == 0 && node != 0) {
                node >>= 1;
                lastNode >>= 1;
            }
            node >>= 1;
            lastNode >>= 1;
        }
        return lastNode == 0 && oldSide.equals(oldRoot) && newSide.equals(newRoot);
    }
}
