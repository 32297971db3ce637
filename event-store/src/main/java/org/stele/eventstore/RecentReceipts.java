package org.stele.eventstore;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * RecentReceipts are those of what this node recorded last, all of it durable, so that whoever has just been answered need not
 * ask the database for the receipt. Safe for many threads.
 */
final class RecentReceipts {

    private final int maxReceipts;
    private final Map<CommandName, Receipt> receipts = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<CommandName, Receipt> eldest) {
            return size() > maxReceipts;
        }
    };

    /** @param maxReceipts so many that none is forgotten before the one who waited for it has read it */
    RecentReceipts(int maxReceipts) {
        this.maxReceipts = maxReceipts;
    }

    synchronized void add(Map<CommandName, Receipt> recorded) {
        receipts.putAll(recorded);
    }

    /** The database no longer holds what it did. */
    synchronized void clear() {
        receipts.clear();
    }

    synchronized @Nullable Receipt find(CommandName name) {
        return receipts.get(name);
    }
}
