package org.stele.command.entry;

import java.util.List;

/** The ledger's receipts for a command that created several records, all in one append. */
public record CommandReceipts(List<CommandReceipt> receipts) {

    public CommandReceipts {
        receipts = List.copyOf(receipts);
    }
}
