package org.stele.command.evidence.resolveevidence;

import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.jspecify.annotations.Nullable;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.LedgerCommand;
import org.stele.events.FilingId;
import org.stele.events.PartialDate;

/**
 * The chair or a registrar enters how a piece of evidence was answered.
 *
 * @param resolved null for today
 */
@Command(namespace = "evidence", name = "ResolveEvidence")
public record ResolveEvidence(
        CommandContext entry,
        @TargetEntityId FilingId evidence,
        String resolution,
        @Nullable PartialDate resolved) implements LedgerCommand {

    @Override
    public FilingId filing() {
        return evidence;
    }
}
