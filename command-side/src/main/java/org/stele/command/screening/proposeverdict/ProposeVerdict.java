package org.stele.command.screening.proposeverdict;

import java.time.LocalDate;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.jspecify.annotations.Nullable;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.LedgerCommand;
import org.stele.events.FilingId;
import org.stele.events.screening.Disposition;

/**
 * An analyst proposes what the hits of a screening mean.
 *
 * @param supersedes the screening whose verdict this one replaces
 * @param validUntil the last day on which the verdict may be relied on
 */
@Command(namespace = "screening", name = "ProposeVerdict")
public record ProposeVerdict(
        CommandContext entry,
        @TargetEntityId FilingId screening,
        Disposition disposition,
        String reasonCode,
        String rationale,
        @Nullable FilingId supersedes,
        @Nullable LocalDate validUntil)
        implements LedgerCommand {

    @Override
    public FilingId filing() {
        return screening;
    }
}
