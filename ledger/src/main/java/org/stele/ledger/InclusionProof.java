package org.stele.ledger;

import java.util.List;
import java.util.Optional;

/**
 * An InclusionProof is the audit path of one leaf: the hashes that lead from it to the root (RFC 6962, section 2.1.1).
 *
 * @param hashes from the leaf to the root
 */
public record InclusionProof(long leafIndex, long treeSize, List<Hash> hashes) {

    public InclusionProof {
        hashes = List.copyOf(hashes);
    }

    /** Whether this leaf is at this index of the tree with this root. */
    public boolean proves(Hash leafHash, Hash root) {
        return rootOver(leafHash).filter(root::equals).isPresent();
    }

    /**
     * The root that follows if the leaf is at the index (RFC 9162, section 2.1.3.2); empty for a wrong number of
     * hashes.
     */
    public Optional<Hash> rootOver(Hash leafHash) {
        if (leafIndex < 0 || leafIndex >= treeSize) {
            return Optional.empty();
        }
        long node = leafIndex;
        long lastNode = treeSize - 1;
        Hash root = leafHash;
        for (Hash hash : hashes) {
            if (lastNode == 0) {
                return Optional.empty();
            }
            boolean right = (node & 1) == 1 || node == lastNode;
            root = right ? TreeHash.node(hash, root) : TreeHash.node(root, hash);
            while (right && (node & 1) == 0 && node != 0) {
                node >>= 1;
                lastNode >>= 1;
            }
            node >>= 1;
            lastNode >>= 1;
        }
        return lastNode == 0 ? Optional.of(root) : Optional.empty();
    }
}
