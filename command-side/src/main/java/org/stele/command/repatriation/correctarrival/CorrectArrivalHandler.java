package org.stele.command.repatriation.correctarrival;

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
import org.stele.events.repatriation.ArrivalCorrected;
import org.stele.events.repatriation.ArrivalRecorded;
import org.stele.events.repatriation.ArrivalWithdrawn;

/** Adds a version to an arrival that was not withdrawn. */
final class CorrectArrivalHandler {

    @CommandHandler
    void handle(CorrectArrival command, @InjectEntity State state, EventAppender events) {
        events.append(decide(command, state));
    }

    static ArrivalCorrected decide(CorrectArrival command, State state) {
        CommandContext entry = command.entry();
        entry.requireRole(Role.SIGNATORY, Role.REGISTRAR);
        entry.requireNotFuture("arrived", command.arrived());
        FreeText.require("reason", command.reason(), FreeText.MAX_REASON);
        PartialDate received = entry.dateOrToday("received", command.received());
        MemberState owner = entry.requireOnRecord("arrival", command.arrival(), state.memberState);
        requireNotWithdrawn(state);
        return new ArrivalCorrected(
                owner,
                command.arrival(),
                state.latestVersion + 1,
                command.category(),
                command.count(),
                command.arrived(),
                command.reason(),
                received);
    }

    private static void requireNotWithdrawn(State state) {
        if (state.withdrawn) {
            throw Rejected.lifecycle(
                    "arrival-withdrawn", "The arrival was withdrawn. Record another one in its place.");
        }
    }

    /** The arrival's State, its number of versions, and whether it was withdrawn. */
    @EventSourcedEntity
    record State(@Nullable MemberState memberState, int latestVersion, boolean withdrawn) {

        @EntityCreator
        State() {
            this(null, 0, false);
        }

        @EventSourcingHandler
        State on(ArrivalRecorded event) {
            return new State(event.memberState(), 1, withdrawn);
        }

        @EventSourcingHandler
        State on(ArrivalCorrected event) {
            return new State(memberState, event.version(), withdrawn);
        }

        @EventSourcingHandler
        State on(ArrivalWithdrawn event) {
            return new State(memberState, latestVersion, true);
        }

        @EventCriteriaBuilder
        static EventCriteria criteria(FilingId arrival, MessageTypeResolver types) {
            return EventCriteria.havingTags(Tags.ARRIVAL, arrival.toString())
                    .andBeingOneOfTypes(types, ArrivalRecorded.class, ArrivalCorrected.class, ArrivalWithdrawn.class);
        }
    }
}
