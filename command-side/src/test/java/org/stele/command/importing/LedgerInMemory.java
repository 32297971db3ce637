package org.stele.command.importing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.stele.command.entry.CommandReceipt;
import org.stele.command.entry.Commands;
import org.stele.command.entry.LedgerCommand;
import org.stele.events.Sha256Digest;
import org.stele.eventstore.event.LedgerUnavailable;

/** A ledger that keeps commands in a list: each id once, as the real one does, and until its power is cut. */
final class LedgerInMemory implements Commands {

    private record Key(String scope, String commandId) {}

    private final List<LedgerCommand> recorded = new ArrayList<>();
    private final Map<Key, CommandReceipt> receipts = new HashMap<>();
    private int capacity = Integer.MAX_VALUE;

    @Override
    public synchronized CommandReceipt send(LedgerCommand command, Sha256Digest requestSha256) {
        Key key = new Key(command.entry().scope(), command.entry().commandId().toString());
        CommandReceipt first = receipts.get(key);
        if (first != null) {
            return first;
        }
        if (recorded.size() == capacity) {
            throw new LedgerUnavailable("The power is cut.");
        }
        recorded.add(command);
        CommandReceipt receipt = new CommandReceipt(
                recorded.size(),
                new UUID(0, recorded.size()),
                requestSha256.hex(),
                Instant.EPOCH.toString(),
                command.filing());
        receipts.put(key, receipt);
        return receipt;
    }

    /** From now on nothing is recorded beyond so many commands. */
    synchronized void holdNoMoreThan(int commands) {
        capacity = commands;
    }

    synchronized List<LedgerCommand> recorded() {
        return List.copyOf(recorded);
    }

    synchronized long head() {
        return recorded.size();
    }
}
