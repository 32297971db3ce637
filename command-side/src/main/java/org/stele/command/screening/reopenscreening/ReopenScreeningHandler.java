package org.stele.command.screening.reopenscreening;

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
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.Tags;
import org.stele.events.screening.ScreeningReopened;
import org.stele.events.screening.ScreeningVerdictConfirmed;

/** Records that a confirmed verdict was reopened. */
final class ReopenScreeningHandler {

    @CommandHandler
    void handle(ReopenScreening command, @InjectEntity State state, EventAppender events) {
        events.append(decide(command, state));
    }

    static ScreeningReopened decide(ReopenScreening command, State state) {
        CommandContext entry = command.entry();
        MemberState owner = entry.requireOnRecord("confirmed verdict", command.screening(), state.memberState);
        if (!state.isConfirmed) {
            throw Rejected.lifecycle("verdict-not-confirmed", "The verdict was reopened already.");
        }
        return new ScreeningReopened(
                owner,
                command.screening(),
                command.cause(),
                command.listVersion(),
                command.entries(),
                command.reason());
    }

    /** Whether the screening has a confirmed verdict that was not reopened. */
    @EventSourcedEntity
    record State(@Nullable MemberState memberState, boolean isConfirmed) {

        @EntityCreator
        State() {
            this(null, false);
        }

        @EventSourcingHandler
        State on(ScreeningVerdictConfirmed event) {
            return new State(event.memberState(), true);
        }

        @EventSourcingHandler
        State on(ScreeningReopened event) {
            return new State(event.memberState(), false);
        }

        @EventCriteriaBuilder
        static EventCriteria criteria(FilingId screening, MessageTypeResolver types) {
            return EventCriteria.havingTags(Tags.SCREENING, screening.toString())
                    .andBeingOneOfTypes(types, ScreeningVerdictConfirmed.class, ScreeningReopened.class);
        }
    }
}
