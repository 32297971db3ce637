package org.stele.command.repatriation.recordrepatriationnotice;

import org.axonframework.messaging.commandhandling.annotation.Command;
import org.jspecify.annotations.Nullable;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.LedgerCommand;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.events.SourceReference;
import org.stele.events.repatriation.NoticeContent;

/**
 * A State gives notice that persons left.
 *
 * @param memberState named by a registrar for a filing on paper; null for a credential of the State itself
 * @param received null for today
 * @param source where a registrar read an old filing; null from anybody else
 */
@Command(namespace = "repatriation", name = "RecordRepatriationNotice")
public record RecordRepatriationNotice(
        CommandContext entry,
        @Nullable MemberState memberState,
        NoticeContent content,
        @Nullable PartialDate received,
        @Nullable SourceReference source)
        implements LedgerCommand {

    @Override
    public FilingId filing() {
        return entry.created();
    }
}
