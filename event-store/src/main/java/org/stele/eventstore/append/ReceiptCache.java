package org.stele.eventstore.append;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stele.eventstore.event.AppendReceipt;
import org.stele.eventstore.event.CommandName;

/**
 * ReceiptCache are those of what this node recorded last, all of it durable, so that whoever has just been answered need not
 * ask the database for the receipt. Safe for many threads.
 */
public final class ReceiptCache {

    private final int maxReceipts;
    private final Map<CommandName, AppendReceipt> receipts = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<CommandName, AppendReceipt> eldest) {
            return size() > maxReceipts;
        }
    };

    /** @param maxReceipts so many that none is forgotten before the one who waited for it has read it */
    public ReceiptCache(int maxReceipts) {
        this.maxReceipts = maxReceipts;
    }

    synchronized void add(Map<CommandName, AppendReceipt> recorded) {
        receipts.putAll(recorded);
    }

    /** The database no longer holds what it did. */
    synchronized void clear() {
        receipts.clear();
    }

    public synchronized @Nullable AppendReceipt find(CommandName name) {
        return receipts.get(name);
    }
}
