package org.stele.ledger.evidence;

import org.stele.ledger.ConsistencyProof;
import org.stele.ledger.Hash;
import org.stele.ledger.Leaf;
import org.stele.ledger.NotVerified;
import org.stele.ledger.StateHeads;
import org.stele.ledger.note.SignedCheckpoint;
import org.stele.ledger.note.TlogProof;

/**
 * A BundleVisitor receives the parts of a bundle, in the order of the methods here. Their form was checked; their
 * content is for the visitor to verify.
 */
public interface BundleVisitor {

    void begin(BundleHeader header, SignedCheckpoint checkpoint) throws NotVerified;

    /** Sizes ascend and are below the bundle's. */
    void checkpoint(SignedCheckpoint earlier) throws NotVerified;

    /** Old sizes ascend and are below the bundle's. */
    void consistency(ConsistencyProof proof) throws NotVerified;

    void stateHeads(StateHeads heads, TlogProof proof) throws NotVerified;

    /**
     * The disclosure of one event. Its leaf follows, after the disclosures of at most 255 other events. Positions
     * ascend.
     */
    void disclosure(long position, Disclosure disclosure) throws NotVerified;

    /** A leaf that the bundle is not about: it serves to rebuild the root. */
    void leaf(Leaf leaf, Hash leafHash) throws NotVerified;

    /** The leaf of the earliest disclosure that has had no leaf yet. */
    void eventLeaf(Leaf leaf, Hash leafHash) throws NotVerified;

    /** Positions ascend. */
    void proof(TlogProof proof) throws NotVerified;

    /** The lists of what submitters signed (docs/spec/submitters.md, section 11). */
    void submitters(byte[] keys, byte[] signatures) throws NotVerified;

    /** The bundle is complete, and its manifest matches. */
    void end(BundleCounts counts) throws NotVerified;
}
