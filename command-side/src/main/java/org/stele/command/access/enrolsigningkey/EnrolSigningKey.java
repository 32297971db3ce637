package org.stele.command.access.enrolsigningkey;

import org.axonframework.messaging.commandhandling.annotation.Command;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.LedgerCommand;
import org.stele.events.FilingId;
import org.stele.events.access.SigningKeyEnrolled;

/**
 * Puts a key on record that a State's root enrolled.
 *
 * @param entry with the root's signature
 * @param statement what the root signed, with today's date
 */
@Command(namespace = "access", name = "EnrolSigningKey")
public record EnrolSigningKey(CommandContext entry, SigningKeyEnrolled statement) implements LedgerCommand {

    @Override
    public FilingId filing() {
        return entry.created();
    }
}
