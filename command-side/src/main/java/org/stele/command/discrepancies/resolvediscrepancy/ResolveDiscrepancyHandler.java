package org.stele.command.discrepancies.resolvediscrepancy;

import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.modelling.annotation.InjectEntity;
import org.stele.command.discrepancies.RecordedFile;
import org.stele.command.entry.CommandContext;
import org.stele.command.rules.FreeText;
import org.stele.events.Audience;
import org.stele.events.MemberState;
import org.stele.events.Role;
import org.stele.events.discrepancies.DiscrepancyResolved;
import org.stele.statefile.discrepancy.Discrepancy;

/** Records the chair's decision about a discrepancy that is in today's view, with the figures that it has now. */
final class ResolveDiscrepancyHandler {

    @CommandHandler
    void handle(ResolveDiscrepancy command, @InjectEntity State state, EventAppender events) {
        events.append(decide(command, state));
    }

    static DiscrepancyResolved decide(ResolveDiscrepancy command, State state) {
        CommandContext entry = command.entry();
        entry.requireRole(Role.CHAIR);
        FreeText.require("text", command.text(), FreeText.MAX_EXPLANATION);
        Discrepancy discrepancy = state.require(entry, command.discrepancy(), Audience.COMMITTEE);
        State.requireNotResolved(discrepancy);
        return new DiscrepancyResolved(
                command.memberState(), command.discrepancy(), discrepancy.subject(), command.text(), entry.today());
    }

    /** The file of the State whose discrepancy it is. */
    static final class State extends RecordedFile {

        State(MemberState memberState) {
            super(memberState);
        }
    }
}
