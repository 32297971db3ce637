package org.stele.eventstore.log;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stele.ledger.Hash;

/**
 * A TileRootCache holds the roots of recently read full tiles. A full tile never changes, and every proof computes the
 * right edge of a tree from the same ones. Safe for many threads.
 */
public final class TileRootCache {

    /** A few MiB. */
    private static final int MAX_REMEMBERED = 20_000;

    private record Name(int level, long index) {}

    private final Map<Name, Hash> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Name, Hash> eldest) {
            return size() > MAX_REMEMBERED;
        }
    };

    /** The roots of consecutive tiles, up to the first that is not cached. */
    synchronized List<Hash> known(int level, long first, int count) {
        List<Hash> known = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            @Nullable Hash root = remembered.get(new Name(level, first + i));
            if (root == null) {
                return known;
            }
            known.add(root);
        }
        return known;
    }

    synchronized void remember(int level, long index, Hash root) {
        remembered.put(new Name(level, index), root);
    }
}
