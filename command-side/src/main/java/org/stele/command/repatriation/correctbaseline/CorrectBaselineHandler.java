package org.stele.command.repatriation.correctbaseline;

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
import org.stele.events.repatriation.BaselineCorrected;
import org.stele.events.repatriation.BaselineDeclared;
import org.stele.events.repatriation.BaselineWithdrawn;

/** Adds a version to a declared baseline that was not withdrawn. */
final class CorrectBaselineHandler {

    @CommandHandler
    void handle(CorrectBaseline command, @InjectEntity State state, EventAppender events) {
        events.append(decide(command, state));
    }

    static BaselineCorrected decide(CorrectBaseline command, State state) {
        CommandContext entry = command.entry();
        entry.requireRole(Role.SIGNATORY, Role.REGISTRAR);
        entry.requireNotFuture("on", command.on());
        FreeText.require("reason", command.reason(), FreeText.MAX_REASON);
        PartialDate received = entry.dateOrToday("received", command.received());
        MemberState owner = entry.requireOnRecord("baseline", command.declaration(), state.memberState);
        requireNotWithdrawn(state);
        return new BaselineCorrected(
                owner,
                command.declaration(),
                state.latestVersion + 1,
                command.category(),
                command.baseline(),
                command.on(),
                command.reason(),
                received);
    }

    private static void requireNotWithdrawn(State state) {
        if (state.withdrawn) {
            throw Rejected.lifecycle(
                    "baseline-withdrawn", "The baseline was withdrawn. Declare another one in its place.");
        }
    }

    /** The baseline's State, its number of versions, and whether it was withdrawn. */
    @EventSourcedEntity
    record State(@Nullable MemberState memberState, int latestVersion, boolean withdrawn) {

        @EntityCreator
        State() {
            this(null, 0, false);
        }

        @EventSourcingHandler
        State on(BaselineDeclared event) {
            return new State(event.memberState(), 1, withdrawn);
        }

        @EventSourcingHandler
        State on(BaselineCorrected event) {
            return new State(memberState, event.version(), withdrawn);
        }

        @EventSourcingHandler
        State on(BaselineWithdrawn event) {
            return new State(memberState, latestVersion, true);
        }

        @EventCriteriaBuilder
        static EventCriteria criteria(FilingId declaration, MessageTypeResolver types) {
            return EventCriteria.havingTags(Tags.BASELINE, declaration.toString())
                    .andBeingOneOfTypes(
                            types, BaselineDeclared.class, BaselineCorrected.class, BaselineWithdrawn.class);
        }
    }
}
