package org.stele.eventstore.append;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stele.eventstore.event.AppendReceipt;
import org.stele.eventstore.event.CommandName;

/**
 * A ReceiptCache holds the receipts of the commands that this node recorded last, all durable, so that whoever was just
 * answered need not query the database for the receipt. Safe for many threads.
 */
public final class ReceiptCache {

    private final int maxReceipts;
    private final Map<CommandName, AppendReceipt> receipts = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<CommandName, AppendReceipt> eldest) {
            return size() > maxReceipts;
        }
    };

    /** @param maxReceipts enough that no receipt is dropped before the caller that waited for it has read it */
    public ReceiptCache(int maxReceipts) {
        this.maxReceipts = maxReceipts;
    }

    synchronized void add(Map<CommandName, AppendReceipt> recorded) {
        receipts.putAll(recorded);
    }

    /** Empties the cache: the database no longer holds what it held. */
    synchronized void clear() {
        receipts.clear();
    }

    public synchronized @Nullable AppendReceipt find(CommandName name) {
        return receipts.get(name);
    }
}
