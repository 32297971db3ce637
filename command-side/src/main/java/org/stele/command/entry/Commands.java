package org.stele.command.entry;

import org.stele.events.Sha256Digest;

/**
 * The way into the ledger: every page, endpoint and import sends its commands through it.
 *
 * <p>Safe for all threads. A call blocks until the command is durably recorded or refused; many at a time share the
 * sequencer's batches, so send from many (virtual) threads where throughput matters.
 */
public interface Commands {

    /**
     * Records what the command decides, once per {@link Entry#scope} and {@link Entry#commandId}.
     *
     * @param requestSha256 digest of the content of the request, to tell a repetition from another command under
     *     the same id
     * @return the receipt; for a repetition, that of the first time
     * @throws Rejected where the command is refused, also for another content under the same id
     *     ({@code idempotency-key-reused})
     */
    Recorded send(LedgerCommand command, Sha256Digest requestSha256);
}
