package org.stele.ledger.evidence;

/**
 * A BundleCounts is the numbers of a bundle's parts.
 *
 * @param leaves of the whole ledger, or of the one State
 * @param opened events with their bodies
 * @param withheld events whose bodies the reader may not see
 * @param redacted events whose bodies were erased
 */
public record BundleCounts(long leaves, long opened, long withheld, long redacted, long proofs) {

    static final BundleCounts NONE = new BundleCounts(0, 0, 0, 0, 0);

    /** The events that the bundle is about. */
    public long events() {
        return opened + withheld + redacted;
    }

    BundleCounts withLeaf() {
        return new BundleCounts(leaves + 1, opened, withheld, redacted, proofs);
    }

    BundleCounts withProof() {
        return new BundleCounts(leaves, opened, withheld, redacted, proofs + 1);
    }

    BundleCounts with(Disclosure disclosure) {
        return new BundleCounts(
                leaves,
                opened + (disclosure instanceof Disclosure.Opened ? 1 : 0),
                withheld + (disclosure instanceof Disclosure.Withheld ? 1 : 0),
                redacted + (disclosure instanceof Disclosure.Redacted ? 1 : 0),
                proofs);
    }

    String json() {
        return "{\"leaves\":%s,\"opened\":%s,\"proofs\":%s,\"redacted\":%s,\"withheld\":%s}"
                .formatted(leaves, opened, proofs, redacted, withheld);
    }
}
