package org.stele.command.entry;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.stele.events.CommandId;
import org.stele.events.Sha256Digest;

/**
 * The way into the ledger: every page, endpoint and import sends its commands through it.
 *
 * <p>Safe for all threads. A call blocks until the command is durably recorded or refused; many at a time share the
 * sequencer's batches, so send from many (virtual) threads where throughput matters.
 */
public interface Commands {

    /**
     * Records what the command decides, once per {@link CommandContext#scope} and {@link CommandContext#commandId}.
     *
     * @param requestSha256 digest of the content of the request, to tell a repetition from another command under
     *     the same id
     * @return the receipt; for a repetition, that of the first time
     * @throws Rejected where the command is refused, also for another content under the same id
     *     ({@code idempotency-key-reused})
     */
    CommandReceipt send(LedgerCommand command, Sha256Digest requestSha256);

    /**
     * Records what the commands decide one after another, all of it or nothing, under one id. The commands put something new
     * on record and act on nothing but that. Calls of one thread are recorded in their order, without one waiting for
     * another.
     *
     * @return completed with the position of one of the events, now or of the first time; exceptionally with
     *     {@link NotTogether} where they have to be sent one by one, under ids of their own
     */
    default CompletableFuture<Long> sendTogether(
            List<LedgerCommand> commands, CommandId id, Sha256Digest requestSha256) {
        return CompletableFuture.failedFuture(new NotTogether(new UnsupportedOperationException()));
    }
}
