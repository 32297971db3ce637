package org.stele.command.entry;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.stele.events.CommandId;
import org.stele.events.Sha256Digest;

/**
 * The entrance to the ledger: every page, endpoint and import sends its commands through it.
 *
 * <p>Safe for all threads. A call blocks until the command is durably recorded or refused; concurrent calls share the
 * sequencer's batches, so use many (virtual) threads for throughput.
 */
public interface Commands {

    /**
     * Records what the command decides, once per {@link CommandContext#scope} and {@link CommandContext#commandId}.
     *
     * @param requestSha256 digest of the request's content, to tell a repetition from another command under the same id
     * @return the receipt; for a repetition, that of the first command
     * @throws Rejected where the command is refused, also for another content under the same id
     *     ({@code idempotency-key-reused})
     */
    CommandReceipt send(LedgerCommand command, Sha256Digest requestSha256);

    /** The same for a command that creates several records: a receipt for each, in the order of {@link LedgerCommand#filings}. */
    default List<CommandReceipt> sendForAll(LedgerCommand command, Sha256Digest requestSha256) {
        throw new UnsupportedOperationException("Each record has to be created by a command of its own");
    }

    /**
     * Records what several commands decide, in order, all of it or nothing, under one id. The commands create new
     * records and change no others. Calls of one thread are recorded in their order; none waits for another.
     *
     * @return completed with the position of one of the events, now or at the first time; exceptionally with
     *     {@link NotTogether} where they have to be sent separately, under their own ids
     */
    default CompletableFuture<Long> sendTogether(
            List<LedgerCommand> commands, CommandId id, Sha256Digest requestSha256) {
        return CompletableFuture.failedFuture(new NotTogether(new UnsupportedOperationException()));
    }

    /** Whether somebody waits for a single command, or did so within the last second: who sends many gives way then. */
    default boolean othersAreWaiting() {
        return false;
    }
}
