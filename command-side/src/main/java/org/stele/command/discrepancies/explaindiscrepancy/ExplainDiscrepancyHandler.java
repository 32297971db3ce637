package org.stele.command.discrepancies.explaindiscrepancy;

import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.modelling.annotation.InjectEntity;
import org.stele.command.discrepancies.RecordedFile;
import org.stele.command.entry.CommandContext;
import org.stele.command.rules.FreeText;
import org.stele.events.Audience;
import org.stele.events.MemberState;
import org.stele.events.Role;
import org.stele.events.discrepancies.DiscrepancyExplained;
import org.stele.statefile.discrepancy.Discrepancy;

/**
 * Records what a State says about a discrepancy of its own that is in today's view, with the figures that it has now. A State
 * may add to what it said.
 */
final class ExplainDiscrepancyHandler {

    @CommandHandler
    void handle(ExplainDiscrepancy command, @InjectEntity State state, EventAppender events) {
        events.append(decide(command, state));
    }

    static DiscrepancyExplained decide(ExplainDiscrepancy command, State state) {
        CommandContext entry = command.entry();
        entry.requireRole(Role.SIGNATORY);
        FreeText.require("text", command.text(), FreeText.MAX_EXPLANATION);
        Discrepancy discrepancy = state.require(entry, command.discrepancy(), Audience.of(command.memberState()), null);
        State.requireNotResolved(discrepancy);
        return new DiscrepancyExplained(
                command.memberState(), command.discrepancy(), discrepancy.subject(), command.text(), entry.today());
    }

    /** The file of the State that explains. */
    static final class State extends RecordedFile {

        State(MemberState memberState) {
            super(memberState);
        }
    }
}
