package org.stele.command.claims.upholdclaim;

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
import org.stele.events.claims.ClaimUpheld;
import org.stele.events.claims.ClaimWithdrawn;
import org.stele.events.claims.ExemptionClaimed;
import org.stele.events.claims.ScopeClaimed;

/** Records that the Committee upheld a claim that was not withdrawn, once. */
final class UpholdClaimHandler {

    @CommandHandler
    void handle(UpholdClaim command, @InjectEntity State state, EventAppender events) {
        events.append(decide(command, state));
    }

    static ClaimUpheld decide(UpholdClaim command, State state) {
        CommandContext entry = command.entry();
        entry.requireRole(Role.CHAIR);
        FreeText.require("reason", command.reason(), FreeText.MAX_REASON);
        MemberState owner = entry.requireOnRecord("claim", command.claim(), state.memberState);
        requireNotWithdrawn(state);
        requireNotUpheld(state);
        return new ClaimUpheld(owner, command.claim(), PartialDate.of(entry.today()), command.reason());
    }

    private static void requireNotWithdrawn(State state) {
        if (state.withdrawn) {
            throw Rejected.lifecycle("claim-withdrawn", "The claim was withdrawn: there is nothing to uphold.");
        }
    }

    private static void requireNotUpheld(State state) {
        if (state.upheld) {
            throw Rejected.lifecycle("claim-already-upheld", "The claim was upheld before.");
        }
    }

    /** The claim's State, whether it was upheld, and whether it was withdrawn. */
    @EventSourcedEntity
    record State(@Nullable MemberState memberState, boolean upheld, boolean withdrawn) {

        @EntityCreator
        State() {
            this(null, false, false);
        }

        @EventSourcingHandler
        State on(ExemptionClaimed event) {
            return new State(event.memberState(), upheld, withdrawn);
        }

        @EventSourcingHandler
        State on(ScopeClaimed event) {
            return new State(event.memberState(), upheld, withdrawn);
        }

        @EventSourcingHandler
        State on(ClaimUpheld event) {
            return new State(memberState, true, withdrawn);
        }

        @EventSourcingHandler
        State on(ClaimWithdrawn event) {
            return new State(memberState, upheld, true);
        }

        @EventCriteriaBuilder
        static EventCriteria criteria(FilingId claim, MessageTypeResolver types) {
            return EventCriteria.havingTags(Tags.CLAIM, claim.toString())
                    .andBeingOneOfTypes(
                            types, ExemptionClaimed.class, ScopeClaimed.class, ClaimUpheld.class, ClaimWithdrawn.class);
        }
    }
}
