package org.stele.command.repatriation.withdrawbaseline;

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
import org.stele.events.repatriation.BaselineDeclared;
import org.stele.events.repatriation.BaselineWithdrawn;

/** Withdraws a declared baseline, once. It stays on record as withdrawn. */
final class WithdrawBaselineHandler {

    @CommandHandler
    void handle(WithdrawBaseline command, @InjectEntity State state, EventAppender events) {
        events.append(decide(command, state));
    }

    static BaselineWithdrawn decide(WithdrawBaseline command, State state) {
        CommandContext entry = command.entry();
        entry.requireRole(Role.SIGNATORY, Role.REGISTRAR);
        FreeText.require("reason", command.reason(), FreeText.MAX_REASON);
        PartialDate received = entry.dateOrToday("received", command.received());
        MemberState owner = entry.requireOnRecord("baseline", command.declaration(), state.memberState);
        requireNotWithdrawn(state);
        return new BaselineWithdrawn(owner, command.declaration(), command.reason(), received);
    }

    private static void requireNotWithdrawn(State state) {
        if (state.withdrawn) {
            throw Rejected.lifecycle("baseline-withdrawn", "The baseline was withdrawn before.");
        }
    }

    /** The baseline's State, and whether it was withdrawn. */
    @EventSourcedEntity
    record State(@Nullable MemberState memberState, boolean withdrawn) {

        @EntityCreator
        State() {
            this(null, false);
        }

        @EventSourcingHandler
        State on(BaselineDeclared event) {
            return new State(event.memberState(), withdrawn);
        }

        @EventSourcingHandler
        State on(BaselineWithdrawn event) {
            return new State(memberState, true);
        }

        @EventCriteriaBuilder
        static EventCriteria criteria(FilingId declaration, MessageTypeResolver types) {
            return EventCriteria.havingTags(Tags.BASELINE, declaration.toString())
                    .andBeingOneOfTypes(types, BaselineDeclared.class, BaselineWithdrawn.class);
        }
    }
}
