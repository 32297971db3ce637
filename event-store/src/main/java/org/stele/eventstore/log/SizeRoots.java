package org.stele.eventstore.log;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stele.ledger.Hash;

/** A SizeRoots caches the roots of recently requested sizes. Safe for many threads. */
public final class SizeRoots {

    private static final int MAX_REMEMBERED = 1_000;

    private final Map<Long, Hash> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Hash> eldest) {
            return size() > MAX_REMEMBERED;
        }
    };

    @Nullable
    public synchronized Hash of(long size) {
        return remembered.get(size);
    }

    public synchronized void remember(long size, Hash root) {
        remembered.put(size, root);
    }
}
