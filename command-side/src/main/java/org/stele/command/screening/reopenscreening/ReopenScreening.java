package org.stele.command.screening.reopenscreening;

import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.jspecify.annotations.Nullable;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.LedgerCommand;
import org.stele.events.FilingId;
import org.stele.events.Sha256Digest;
import org.stele.events.screening.ReopeningCause;

/**
 * The program finds that a confirmed verdict lost its basis. Nobody asks for it: no endpoint takes it.
 *
 * @param listVersion the version that removed or amended an entry; null where the subject changed
 * @param entries those among the candidates; empty where the subject changed
 */
@Command(namespace = "screening", name = "ReopenScreening")
public record ReopenScreening(
        CommandContext entry,
        @TargetEntityId FilingId screening,
        ReopeningCause cause,
        @Nullable Sha256Digest listVersion,
        List<String> entries,
        String reason)
        implements LedgerCommand {

    public ReopenScreening {
        entries = List.copyOf(entries);
    }

    @Override
    public FilingId filing() {
        return screening;
    }
}
