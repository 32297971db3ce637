package org.stele.command.claims.claimoutofscope;

import org.axonframework.messaging.commandhandling.annotation.Command;
import org.jspecify.annotations.Nullable;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.LedgerCommand;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCount;
import org.stele.events.SourceReference;
import org.stele.events.claims.ScopeGround;

/**
 * A State claims that some persons are outside paragraph 8.
 *
 * @param memberState named by a registrar for a filing on paper; null for a credential of the State itself
 * @param count null where the State gives no number
 * @param effectiveOn the start of the claim, where the State states it
 * @param claimed null for today
 * @param source where a registrar read an old filing; null from anybody else
 */
@Command(namespace = "claims", name = "ClaimOutOfScope")
public record ClaimOutOfScope(
        CommandContext entry,
        @Nullable MemberState memberState,
        ScopeGround ground,
        @Nullable PersonsCount count,
        @Nullable PartialDate effectiveOn,
        @Nullable PartialDate claimed,
        @Nullable String summary,
        @Nullable SourceReference source)
        implements LedgerCommand {

    @Override
    public FilingId filing() {
        return entry.created();
    }
}
