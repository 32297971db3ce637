package org.stele.command.repatriation.correctrepatriationnotice;

import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.jspecify.annotations.Nullable;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.LedgerCommand;
import org.stele.events.FilingId;
import org.stele.events.PartialDate;
import org.stele.events.repatriation.NoticeContent;

/**
 * A State replaces the content of a notice.
 *
 * @param received null for today
 */
@Command(namespace = "repatriation", name = "CorrectRepatriationNotice")
public record CorrectRepatriationNotice(
        CommandContext entry,
        @TargetEntityId FilingId notice,
        NoticeContent content,
        String reason,
        @Nullable PartialDate received)
        implements LedgerCommand {

    @Override
    public FilingId filing() {
        return notice;
    }
}
