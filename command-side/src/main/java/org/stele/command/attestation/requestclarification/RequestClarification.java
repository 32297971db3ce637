package org.stele.command.attestation.requestclarification;

import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.jspecify.annotations.Nullable;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.LedgerCommand;
import org.stele.events.FilingId;
import org.stele.events.MonitoringBody;

/**
 * The chair or a monitoring body asks a State what its attestation means.
 *
 * @param askedBy the body that a monitor acts for; null from the chair
 * @param discrepancy that the question is about; null where it is about none
 */
@Command(namespace = "attestation", name = "RequestClarification")
public record RequestClarification(
        CommandContext entry,
        @TargetEntityId FilingId attestation,
        String question,
        @Nullable MonitoringBody askedBy,
        @Nullable FilingId discrepancy)
        implements LedgerCommand {

    /** The id of the question, under which it is answered. */
    @Override
    public FilingId filing() {
        return entry.created();
    }
}
