package org.stele.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * A Tree is the first {@code size} leaves of a ledger, given by the hashes of its complete subtrees.
 *
 * <p>The formulas are those of RFC 6962, section 2.1: k is the largest power of two below n.
 */
public record Tree(long size, HashReader hashes) {

    public Tree {
        if (size < 0) {
            throw new IllegalArgumentException("A tree has no negative size: " + size);
        }
    }

    public Hash root() {
        return size == 0 ? TreeHash.EMPTY_ROOT : subtreeRoot(0, size);
    }

    /** PATH(m, D[n]) of section 2.1.1. */
    public InclusionProof inclusion(long leafIndex) {
        if (leafIndex < 0 || leafIndex >= size) {
            throw new IllegalArgumentException("A tree of " + size + " leaves has no leaf " + leafIndex);
        }
        List<Hash> path = new ArrayList<>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long middle = from + split(to - from);
            boolean left = leafIndex < middle;
            path.add(0, left ? subtreeRoot(middle, to) : subtreeRoot(from, middle));
            from = left ? from : middle;
            to = left ? middle : to;
        }
        return new InclusionProof(leafIndex, size, path);
    }

    /** PROOF(m, D[n]) of section 2.1.2. */
    public ConsistencyProof consistency(long oldSize) {
        if (oldSize < 0 || oldSize > size) {
            throw new IllegalArgumentException("A tree of " + size + " leaves does not extend one of " + oldSize);
        }
        List<Hash> path = new ArrayList<>();
        long from = 0;
        long to = size;
        while (oldSize > 0 && oldSize < to) {
            long middle = from + split(to - from);
            boolean left = oldSize <= middle;
            path.add(0, left ? subtreeRoot(middle, to) : subtreeRoot(from, middle));
            from = left ? from : middle;
            to = left ? middle : to;
        }
        if (from > 0) {
            path.add(0, subtreeRoot(from, to));
        }
        return new ConsistencyProof(oldSize, size, path);
    }

    /** MTH(D[from:to]); {@code from} is a multiple of the largest power of two that fits. */
    private Hash subtreeRoot(long from, long to) {
        List<Hash> subtrees = new ArrayList<>();
        long at = from;
        while (at < to) {
            long width = Long.highestOneBit(to - at);
            int level = Long.numberOfTrailingZeros(width);
            subtrees.add(hashes.hash(level, at >>> level));
            at += width;
        }
        return TreeHash.rightmost(subtrees);
    }

    /** The largest power of two below n. */
    private static long split(long n) {
        return Long.highestOneBit(n - 1);
    }
}
