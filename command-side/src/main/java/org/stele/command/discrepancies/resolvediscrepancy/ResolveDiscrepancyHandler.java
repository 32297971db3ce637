package org.stele.command.discrepancies.resolvediscrepancy;

import java.util.function.Function;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.modelling.annotation.InjectEntity;
import org.jspecify.annotations.Nullable;
import org.stele.command.discrepancies.RecordedFile;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.Rejected;
import org.stele.command.rules.FreeText;
import org.stele.events.Audience;
import org.stele.events.MemberState;
import org.stele.events.Role;
import org.stele.events.discrepancies.DiscrepancyCode;
import org.stele.events.discrepancies.DiscrepancyResolved;
import org.stele.statefile.across.AcrossStates;
import org.stele.statefile.discrepancy.Discrepancy;

/**
 * Records a decision about a discrepancy that is in today's view, with the figures that it has now. The custodian decides where
 * filings of two States name the same subject, and nowhere else; the chair does not find that there is such a discrepancy.
 */
final class ResolveDiscrepancyHandler {

    private final Function<ResolveDiscrepancy, @Nullable AcrossStates> others;

    /** @param others what other States' files have in common with that of a command's State; null for the chair */
    ResolveDiscrepancyHandler(Function<ResolveDiscrepancy, @Nullable AcrossStates> others) {
        this.others = others;
    }

    @CommandHandler
    void handle(ResolveDiscrepancy command, @InjectEntity State state, EventAppender events) {
        command.entry().requireRole(Role.CHAIR, Role.CUSTODIAN);
        events.append(decide(command, state, others.apply(command)));
    }

    static DiscrepancyResolved decide(ResolveDiscrepancy command, State state, @Nullable AcrossStates across) {
        CommandContext entry = command.entry();
        entry.requireRole(Role.CHAIR, Role.CUSTODIAN);
        FreeText.require("text", command.text(), FreeText.MAX_EXPLANATION);
        Discrepancy discrepancy = state.require(entry, command.discrepancy(), Audience.of(entry.actor()), across);
        requireOwnMatter(entry, discrepancy);
        State.requireNotResolved(discrepancy);
        return new DiscrepancyResolved(
                command.memberState(), command.discrepancy(), discrepancy.subject(), command.text(), entry.today());
    }

    private static void requireOwnMatter(CommandContext entry, Discrepancy discrepancy) {
        if (entry.actor().role() == Role.CUSTODIAN && !discrepancy.code().isAcrossStates()) {
            throw Rejected.notAllowed(
                    "discrepancy-for-chair",
                    "The chair decides about %s; the custodian about %s."
                            .formatted(discrepancy.code(), DiscrepancyCode.SUBJECT_IN_TWO_STATES));
        }
    }

    /** The file of the State whose discrepancy it is. */
    static final class State extends RecordedFile {

        State(MemberState memberState) {
            super(memberState);
        }
    }
}
