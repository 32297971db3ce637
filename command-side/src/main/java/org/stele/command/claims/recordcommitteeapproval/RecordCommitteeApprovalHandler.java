package org.stele.command.claims.recordcommitteeapproval;

import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.stele.command.entry.CommandContext;
import org.stele.command.rules.FreeText;
import org.stele.events.Role;
import org.stele.events.claims.WorkAuthorizationApproved;

/** Records an approval of the Committee. The chair may state its day: approvals were given long before they are entered here. */
final class RecordCommitteeApprovalHandler {

    @CommandHandler
    void handle(RecordCommitteeApproval command, EventAppender events) {
        events.append(decide(command));
    }

    static WorkAuthorizationApproved decide(RecordCommitteeApproval command) {
        CommandContext entry = command.entry();
        entry.requireRole(Role.CHAIR);
        FreeText.require("purpose", command.purpose(), FreeText.MAX_SUMMARY);
        return new WorkAuthorizationApproved(
                command.memberState(),
                command.filing(),
                command.count(),
                command.purpose(),
                entry.dayOrToday("approvedOn", command.approvedOn()));
    }
}
