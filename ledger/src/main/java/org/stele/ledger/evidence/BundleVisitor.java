package org.stele.ledger.evidence;

import org.stele.ledger.ConsistencyProof;
import org.stele.ledger.Hash;
import org.stele.ledger.Leaf;
import org.stele.ledger.NotVerified;
import org.stele.ledger.StateHeads;
import org.stele.ledger.note.SignedCheckpoint;
import org.stele.ledger.note.TlogProof;

/**
 * A BundleVisitor is told what a bundle has, in the order of the methods here. The form of it all has been checked; whether
 * it holds is for the visitor to find out.
 */
public interface BundleVisitor {

    void begin(BundleHeader header, SignedCheckpoint checkpoint) throws NotVerified;

    /** Sizes ascend and are below the bundle's. */
    void checkpoint(SignedCheckpoint earlier) throws NotVerified;

    /** Old sizes ascend and are below the bundle's. */
    void consistency(ConsistencyProof proof) throws NotVerified;

    void stateHeads(StateHeads heads, TlogProof proof) throws NotVerified;

    /** What is shown of one event. Its leaf follows, after the disclosures of at most 255 other events. Positions ascend. */
    void disclosure(long position, Disclosure disclosure) throws NotVerified;

    /** A leaf that the bundle is not about: it is there to rebuild the root. */
    void leaf(Leaf leaf, Hash leafHash) throws NotVerified;

    /** The leaf of the event whose disclosure came longest ago and has had no leaf yet. */
    void eventLeaf(Leaf leaf, Hash leafHash) throws NotVerified;

    /** Positions ascend. */
    void proof(TlogProof proof) throws NotVerified;

    /** A member that this version carries and does not read. */
    void attachment(String name, int sizeBytes) throws NotVerified;

    /** Everything was there, and the manifest is the one of exactly these members. */
    void end(BundleCounts counts) throws NotVerified;
}
