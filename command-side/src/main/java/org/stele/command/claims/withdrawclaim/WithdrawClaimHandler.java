package org.stele.command.claims.withdrawclaim;

import org.axonframework.eventsourcing.annotation.EventCriteriaBuilder;
import org.axonframework.eventsourcing.annotation.EventSourcedEntity;
import org.axonframework.eventsourcing.annotation.EventSourcingHandler;
import org.axonframework.eventsourcing.annotation.reflection.EntityCreator;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.core.MessageTypeResolver;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.modelling.annotation.InjectEntity;
import org.jspecify.annotations.Nullable;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.Rejected;
import org.stele.command.rules.FreeText;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.events.Role;
import org.stele.events.Tags;
import org.stele.events.claims.ClaimWithdrawn;
import org.stele.events.claims.ExemptionClaimed;
import org.stele.events.claims.ScopeClaimed;

/** Withdraws a claim, once. It stays on record as withdrawn. */
final class WithdrawClaimHandler {

    @CommandHandler
    void handle(WithdrawClaim command, @InjectEntity State state, EventAppender events) {
        events.append(decide(command, state));
    }

    static ClaimWithdrawn decide(WithdrawClaim command, State state) {
        CommandContext entry = command.entry();
        entry.requireRole(Role.SIGNATORY, Role.REGISTRAR);
        FreeText.require("reason", command.reason(), FreeText.MAX_REASON);
        PartialDate withdrawn = entry.dateOrToday("withdrawn", command.withdrawn());
        MemberState owner = entry.requireOnRecord("claim", command.claim(), state.memberState);
        requireNotWithdrawn(state);
        return new ClaimWithdrawn(owner, command.claim(), command.reason(), withdrawn);
    }

    private static void requireNotWithdrawn(State state) {
        if (state.withdrawn) {
            throw Rejected.lifecycle("claim-withdrawn", "The claim was withdrawn before.");
        }
    }

    /** The claim's State, and whether it was withdrawn. */
    @EventSourcedEntity
    record State(@Nullable MemberState memberState, boolean withdrawn) {

        @EntityCreator
        State() {
            this(null, false);
        }

        @EventSourcingHandler
        State on(ExemptionClaimed event) {
            return new State(event.memberState(), withdrawn);
        }

        @EventSourcingHandler
        State on(ScopeClaimed event) {
            return new State(event.memberState(), withdrawn);
        }

        @EventSourcingHandler
        State on(ClaimWithdrawn event) {
            return new State(memberState, true);
        }

        @EventCriteriaBuilder
        static EventCriteria criteria(FilingId claim, MessageTypeResolver types) {
            return EventCriteria.havingTags(Tags.CLAIM, claim.toString())
                    .andBeingOneOfTypes(types, ExemptionClaimed.class, ScopeClaimed.class, ClaimWithdrawn.class);
        }
    }
}
