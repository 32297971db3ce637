package org.stele.command.custody.shredsubjectkey;

import org.axonframework.messaging.commandhandling.annotation.Command;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.LedgerCommand;
import org.stele.events.FilingId;
import org.stele.events.SubjectRef;

/**
 * The custodian has the key of a subject destroyed.
 *
 * @param subject a person, or a claim whose ground is protected
 */
@Command(namespace = "custody", name = "ShredSubjectKey")
public record ShredSubjectKey(CommandContext entry, SubjectRef subject, String reason) implements LedgerCommand {

    @Override
    public FilingId filing() {
        return entry.created();
    }

    /** Does not tell the subject: what it prints may be logged. */
    @Override
    public String toString() {
        return "ShredSubjectKey[" + entry.commandId() + "]";
    }
}
