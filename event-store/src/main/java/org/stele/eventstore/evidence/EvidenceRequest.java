package org.stele.eventstore.evidence;

import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.stele.ledger.Leaf;
import org.stele.ledger.evidence.BundleHeader.Completeness;

/**
 * An EvidenceRequest is the wanted content of an evidence bundle. Equal requests give equal bytes.
 *
 * @param state whose events are disclosed, or null for the whole ledger
 * @param size of the ledger, at which a checkpoint was signed
 * @param since the size of a checkpoint that the auditor kept, from which the ledger is proved to have grown; 0 for
 *     none
 * @param mayRead whether the reader may see the event with this leaf and body; others are listed as withheld
 */
public record EvidenceRequest(
        @Nullable String state, long size, Completeness completeness, long since, BiPredicate<Leaf, byte[]> mayRead) {

    public EvidenceRequest {
        if (since < 0 || since > size) {
            throw new IllegalArgumentException("A ledger of size %s did not grow from size %s".formatted(size, since));
        }
        if (state == null && completeness == Completeness.HEADS) {
            throw new IllegalArgumentException("Only the bundle of one State can do without all leaves");
        }
    }

    boolean isAbout(Leaf leaf) {
        return state == null || state.equals(leaf.state());
    }
}
