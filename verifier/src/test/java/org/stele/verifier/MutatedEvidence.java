package org.stele.verifier;

import java.util.List;
import java.util.stream.Stream;
import org.stele.ledger.evidence.BundleHeader.Completeness;
import org.stele.ledger.evidence.BundleSurgery;
import org.stele.ledger.sample.SampleBundle;
import org.stele.ledger.sample.SampleLedger;

/**
 * MutatedEvidence is true evidence of a small ledger, with evidence of other things to exchange parts with. Several threads
 * may read it.
 *
 * @param bundles with leaves and with heads, and the same of another ledger
 */
record MutatedEvidence(
        byte[] proof,
        byte[] otherProof,
        byte[] foreignProof,
        byte[] leaf,
        byte[] checkpoint,
        byte[] earlierCheckpoint,
        byte[] foreignCheckpoint,
        List<byte[]> bundles,
        List<BundleSurgery> surgeries) {

    private static final int SIZE = 24;
    private static final long EARLIER = 9;

    static MutatedEvidence make() {
        SampleLedger ledger = new SampleLedger(21, SIZE);
        SampleLedger other = new SampleLedger(22, SIZE);
        ledger.recordHeads();
        other.recordHeads();
        List<byte[]> bundles = Stream.of(ledger, other)
                .flatMap(from -> Stream.of(bundle(from, Completeness.LEAVES), bundle(from, Completeness.HEADS)))
                .toList();
        return new MutatedEvidence(
                ledger.proof(7, SIZE).encode(),
                ledger.proof(8, SIZE).encode(),
                other.proof(7, SIZE).encode(),
                ledger.event(7).leaf().encode(),
                ledger.checkpoint(SIZE).encode(),
                ledger.checkpoint(EARLIER).encode(),
                other.checkpoint(SIZE).encode(),
                bundles,
                bundles.stream().map(BundleSurgery::open).toList());
    }

    private static byte[] bundle(SampleLedger ledger, Completeness completeness) {
        return new SampleBundle(ledger, "RUS", completeness)
                .checkpoints(EARLIER)
                .consistency(EARLIER)
                .bytes();
    }

    /** To be changed and closed again. */
    BundleSurgery opened(int index) {
        return surgeries.get(index).copy();
    }
}
