package org.stele.command.claims.recordcommitteeapproval;

import java.time.LocalDate;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.jspecify.annotations.Nullable;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.LedgerCommand;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.PersonsCount;

/**
 * The chair records that the Committee approved work authorizations in advance.
 *
 * @param memberState the State whose authorizations they are
 * @param approvedOn null for today
 */
@Command(namespace = "claims", name = "RecordCommitteeApproval")
public record RecordCommitteeApproval(
        CommandContext entry,
        MemberState memberState,
        PersonsCount count,
        String purpose,
        @Nullable LocalDate approvedOn)
        implements LedgerCommand {

    @Override
    public FilingId filing() {
        return entry.created();
    }
}
