package org.stele.command.screening.recordscreeningfailure;

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
import org.stele.command.rules.Codes;
import org.stele.command.rules.FreeText;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.Role;
import org.stele.events.SubjectRef;
import org.stele.events.Tags;
import org.stele.events.screening.ScreeningClearedWithoutHit;
import org.stele.events.screening.ScreeningFailed;
import org.stele.events.screening.ScreeningHitsRecorded;
import org.stele.events.screening.ScreeningRequested;

/** Records that a screening that waits for its answer failed: it is no clear, and may be answered by another run. */
final class RecordScreeningFailureHandler {

    @CommandHandler
    void handle(RecordScreeningFailure command, @InjectEntity State state, EventAppender events) {
        events.append(decide(command, state));
    }

    static ScreeningFailed decide(RecordScreeningFailure command, State state) {
        CommandContext entry = command.entry();
        entry.requireRole(Role.SCREENING_ANALYST);
        Codes.require("reasonCode", command.reasonCode());
        FreeText.require("detail", command.detail(), FreeText.MAX_REASON);
        MemberState owner = entry.requireOnRecord("screening", command.screening(), state.memberState);
        if (state.subject == null) {
            throw Rejected.lifecycle(
                    "screening-already-answered", "The screening has its result. Request another screening.");
        }
        return new ScreeningFailed(owner, command.screening(), state.subject, command.reasonCode(), command.detail());
    }

    /**
     * The screening's State and subject.
     *
     * @param subject null once there is a result
     */
    @EventSourcedEntity
    record State(
            @Nullable MemberState memberState, @Nullable SubjectRef subject) {

        @EntityCreator
        State() {
            this(null, null);
        }

        @EventSourcingHandler
        State on(ScreeningRequested event) {
            return new State(event.memberState(), event.subject());
        }

        @EventSourcingHandler
        State on(ScreeningFailed event) {
            return new State(event.memberState(), event.subject());
        }

        @EventSourcingHandler
        State on(ScreeningHitsRecorded event) {
            return new State(event.memberState(), null);
        }

        @EventSourcingHandler
        State on(ScreeningClearedWithoutHit event) {
            return new State(event.memberState(), null);
        }

        @EventCriteriaBuilder
        static EventCriteria criteria(FilingId screening, MessageTypeResolver types) {
            return EventCriteria.havingTags(Tags.SCREENING, screening.toString())
                    .andBeingOneOfTypes(
                            types,
                            ScreeningRequested.class,
                            ScreeningFailed.class,
                            ScreeningHitsRecorded.class,
                            ScreeningClearedWithoutHit.class);
        }
    }
}
