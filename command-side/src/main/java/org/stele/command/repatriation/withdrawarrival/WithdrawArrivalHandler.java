package org.stele.command.repatriation.withdrawarrival;

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
import org.stele.events.repatriation.ArrivalRecorded;
import org.stele.events.repatriation.ArrivalWithdrawn;

/** Withdraws an arrival, once. It stays on record as withdrawn. */
final class WithdrawArrivalHandler {

    @CommandHandler
    void handle(WithdrawArrival command, @InjectEntity State state, EventAppender events) {
        events.append(decide(command, state));
    }

    static ArrivalWithdrawn decide(WithdrawArrival command, State state) {
        CommandContext entry = command.entry();
        entry.requireRole(Role.SIGNATORY, Role.REGISTRAR);
        FreeText.require("reason", command.reason(), FreeText.MAX_REASON);
        PartialDate received = entry.dateOrToday("received", command.received());
        MemberState owner = entry.requireOnRecord("arrival", command.arrival(), state.memberState);
        requireNotWithdrawn(state);
        return new ArrivalWithdrawn(owner, command.arrival(), command.reason(), received);
    }

    private static void requireNotWithdrawn(State state) {
        if (state.withdrawn) {
            throw Rejected.lifecycle("arrival-withdrawn", "The arrival was withdrawn before.");
        }
    }

    /** The arrival's State, and whether it was withdrawn. */
    @EventSourcedEntity
    record State(@Nullable MemberState memberState, boolean withdrawn) {

        @EntityCreator
        State() {
            this(null, false);
        }

        @EventSourcingHandler
        State on(ArrivalRecorded event) {
            return new State(event.memberState(), withdrawn);
        }

        @EventSourcingHandler
        State on(ArrivalWithdrawn event) {
            return new State(memberState, true);
        }

        @EventCriteriaBuilder
        static EventCriteria criteria(FilingId arrival, MessageTypeResolver types) {
            return EventCriteria.havingTags(Tags.ARRIVAL, arrival.toString())
                    .andBeingOneOfTypes(types, ArrivalRecorded.class, ArrivalWithdrawn.class);
        }
    }
}
