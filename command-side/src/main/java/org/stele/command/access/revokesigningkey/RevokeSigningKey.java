package org.stele.command.access.revokesigningkey;

import org.axonframework.messaging.commandhandling.annotation.Command;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.LedgerCommand;
import org.stele.events.FilingId;
import org.stele.events.access.SigningKeyRevoked;

/**
 * Puts on record that a State's root revoked a key. What it signed before stands.
 *
 * @param entry with the root's signature
 * @param statement what the root signed, with today's date
 */
@Command(namespace = "access", name = "RevokeSigningKey")
public record RevokeSigningKey(CommandContext entry, SigningKeyRevoked statement) implements LedgerCommand {

    @Override
    public FilingId filing() {
        return entry.created();
    }
}
