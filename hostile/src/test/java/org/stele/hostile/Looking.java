package org.stele.hostile;

import org.stele.ledger.ConsistencyProof;
import org.stele.ledger.Hash;
import org.stele.ledger.Leaf;
import org.stele.ledger.StateHeads;
import org.stele.ledger.evidence.BundleCounts;
import org.stele.ledger.evidence.BundleHeader;
import org.stele.ledger.evidence.BundleVisitor;
import org.stele.ledger.evidence.Disclosure;
import org.stele.ledger.note.SignedCheckpoint;
import org.stele.ledger.note.TlogProof;

/** Somebody who reads a bundle and believes everything in it. */
final class Looking implements BundleVisitor {

    @Override
    public void begin(BundleHeader header, SignedCheckpoint checkpoint) {}

    @Override
    public void checkpoint(SignedCheckpoint earlier) {}

    @Override
    public void consistency(ConsistencyProof proof) {}

    @Override
    public void stateHeads(StateHeads heads, TlogProof proof) {}

    @Override
    public void disclosure(long position, Disclosure disclosure) {}

    @Override
    public void leaf(Leaf leaf, Hash leafHash) {}

    @Override
    public void eventLeaf(Leaf leaf, Hash leafHash) {}

    @Override
    public void proof(TlogProof proof) {}

    @Override
    public void submitters(byte[] keys, byte[] signatures) {}

    @Override
    public void end(BundleCounts counts) {}
}
