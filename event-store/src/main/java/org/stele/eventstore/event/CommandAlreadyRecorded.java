package org.stele.eventstore.event;

/**
 * CommandAlreadyRecorded says that the ledger holds events of a command with this scope and id.
 * {@link AppendReceipt#requestSha256()} tells the caller whether it was the same command.
 */
public final class CommandAlreadyRecorded extends RuntimeException {

    private final transient AppendReceipt receipt;

    public CommandAlreadyRecorded(CommandKey key, AppendReceipt receipt) {
        super("Command %s of %s was recorded at position %s"
                .formatted(key.commandId(), key.scope(), receipt.position()));
        this.receipt = receipt;
    }

    /** The receipt of the first recording. */
    public AppendReceipt receipt() {
        return receipt;
    }
}
