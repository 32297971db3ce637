package org.stele.verifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.stele.ledger.ConsistencyProof;
import org.stele.ledger.Hash;
import org.stele.ledger.NotVerified;
import org.stele.ledger.note.Checkpoint;

/** The claimed roots of the ledger at several sizes, and whether they belong to one growing ledger. */
final class KnownRoots {

    private final TreeMap<Long, Claim> claims = new TreeMap<>();
    private final TreeMap<Long, ConsistencyProof> proofs = new TreeMap<>();
    private final TreeMap<Long, Hash> rebuilt = new TreeMap<>();
    private final List<Long> uncheckedProofs = new ArrayList<>();

    private record Claim(Hash root, String who) {}

    void expect(Checkpoint checkpoint, String who) throws NotVerified {
        expect(checkpoint.size(), checkpoint.root(), who);
    }

    void expect(long size, Hash root, String who) throws NotVerified {
        Claim before = claims.putIfAbsent(size, new Claim(root, who));
        if (before != null && !before.root().equals(root)) {
            throw fork(size, before.who(), who);
        }
    }

    void offer(ConsistencyProof proof) {
        proofs.put(proof.oldSize(), proof);
    }

    boolean isExpected(long size) {
        return claims.containsKey(size) || proofs.containsKey(size);
    }

    /** Records the root that the leaves have at a size. */
    void found(long size, Hash root) throws NotVerified {
        rebuilt.put(size, root);
        Claim claim = claims.get(size);
        if (claim != null && !claim.root().equals(root)) {
            throw fork(size, claim.who(), "the leaves in the bundle");
        }
    }

    private static NotVerified fork(long size, String one, String other) {
        return new NotVerified("FORK or damage: at size %s, %s has another root than %s".formatted(size, one, other));
    }

    /** Refuses any claimed root that is not proved to belong to the ledger of this checkpoint. */
    void settle(Checkpoint end, boolean allLeaves) throws NotVerified {
        for (Map.Entry<Long, Claim> claim : claims.entrySet()) {
            long size = claim.getKey();
            if (!allLeaves && size > 0 && size < end.size() && !proofs.containsKey(size)) {
                throw new NotVerified(
                        "No proof that the ledger at size %s extends %s at size %s; ask for a bundle since that size"
                                .formatted(end.size(), claim.getValue().who(), size));
            }
        }
        for (Map.Entry<Long, ConsistencyProof> proof : proofs.entrySet()) {
            long size = proof.getKey();
            Hash root = rootAt(size);
            if (root == null) {
                uncheckedProofs.add(size);
            } else if (!proof.getValue().proves(root, end.root())) {
                throw new NotVerified(
                        "FORK or damage: the proof from size %s to size %s does not hold".formatted(size, end.size()));
            }
        }
    }

    private @Nullable Hash rootAt(long size) {
        Claim claim = claims.get(size);
        return claim == null ? rebuilt.get(size) : claim.root();
    }

    /** Sizes with a consistency proof but no root to apply it to. */
    List<Long> uncheckedProofs() {
        return List.copyOf(uncheckedProofs);
    }
}
