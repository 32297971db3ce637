package org.stele.command.screening.recordscreeningfailure;

import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.jspecify.annotations.Nullable;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.LedgerCommand;
import org.stele.events.FilingId;

/**
 * A State records that the run of a requested screening broke off, or answered in part only.
 *
 * @param reasonCode short name of what failed
 */
@Command(namespace = "screening", name = "RecordScreeningFailure")
public record RecordScreeningFailure(
        CommandContext entry,
        @TargetEntityId FilingId screening,
        String reasonCode,
        @Nullable String detail) implements LedgerCommand {

    @Override
    public FilingId filing() {
        return screening;
    }
}
