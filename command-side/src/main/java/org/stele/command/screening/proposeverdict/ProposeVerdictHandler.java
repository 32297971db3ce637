package org.stele.command.screening.proposeverdict;

import java.util.List;
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
import org.stele.events.Tags;
import org.stele.events.screening.ScreeningClearedWithoutHit;
import org.stele.events.screening.ScreeningHitsRecorded;
import org.stele.events.screening.ScreeningReopened;
import org.stele.events.screening.ScreeningVerdictConfirmed;
import org.stele.events.screening.ScreeningVerdictProposed;
import org.stele.events.screening.ScreeningVerdictReturned;

/** Records a proposed verdict on a screening that has hits and no verdict pending or confirmed. */
final class ProposeVerdictHandler {

    @CommandHandler
    void handle(ProposeVerdict command, @InjectEntity State state, EventAppender events) {
        events.append(decide(command, state));
    }

    static ScreeningVerdictProposed decide(ProposeVerdict command, State state) {
        CommandContext entry = command.entry();
        entry.requireRole(Role.SCREENING_ANALYST);
        Codes.require("reasonCode", command.reasonCode());
        FreeText.require("rationale", command.rationale(), FreeText.MAX_RATIONALE);
        MemberState owner = entry.requireOnRecord("screening", command.screening(), state.memberState);
        requireVerdictPossible(state.phase);
        return new ScreeningVerdictProposed(
                owner,
                command.screening(),
                command.disposition(),
                List.of(),
                command.reasonCode(),
                command.rationale(),
                null,
                List.of(),
                entry.actor().staffId(),
                command.supersedes(),
                command.validUntil());
    }

    private static void requireVerdictPossible(Phase phase) {
        switch (phase) {
            case OPEN -> {}
            case WITHOUT_HITS ->
                throw Rejected.lifecycle("screening-without-hits", "The screening has no hits to give a verdict on.");
            case PROPOSED ->
                throw Rejected.lifecycle("verdict-already-proposed", "A verdict waits for the reviewer already.");
            case CONFIRMED ->
                throw Rejected.lifecycle(
                        "verdict-already-confirmed",
                        "A verdict was confirmed, and stands until the list or the subject changes.");
        }
    }

    /** The stages of a screening. */
    enum Phase {
        WITHOUT_HITS,
        OPEN,
        PROPOSED,
        CONFIRMED
    }

    /** The screening's State and stage. */
    @EventSourcedEntity
    record State(@Nullable MemberState memberState, Phase phase) {

        @EntityCreator
        State() {
            this(null, Phase.WITHOUT_HITS);
        }

        @EventSourcingHandler
        State on(ScreeningHitsRecorded event) {
            return new State(event.memberState(), Phase.OPEN);
        }

        @EventSourcingHandler
        State on(ScreeningClearedWithoutHit event) {
            return new State(event.memberState(), Phase.WITHOUT_HITS);
        }

        @EventSourcingHandler
        State on(ScreeningVerdictProposed event) {
            return new State(memberState, Phase.PROPOSED);
        }

        @EventSourcingHandler
        State on(ScreeningVerdictReturned event) {
            return new State(memberState, Phase.OPEN);
        }

        @EventSourcingHandler
        State on(ScreeningVerdictConfirmed event) {
            return new State(memberState, Phase.CONFIRMED);
        }

        @EventSourcingHandler
        State on(ScreeningReopened event) {
            return new State(memberState, Phase.OPEN);
        }

        @EventCriteriaBuilder
        static EventCriteria criteria(FilingId screening, MessageTypeResolver types) {
            return EventCriteria.havingTags(Tags.SCREENING, screening.toString())
                    .andBeingOneOfTypes(
                            types,
                            ScreeningHitsRecorded.class,
                            ScreeningClearedWithoutHit.class,
                            ScreeningVerdictProposed.class,
                            ScreeningVerdictReturned.class,
                            ScreeningVerdictConfirmed.class,
                            ScreeningReopened.class);
        }
    }
}
