package org.stele.command.screening.confirmverdict;

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
import org.stele.command.screening.FourEyes;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.Role;
import org.stele.events.Tags;
import org.stele.events.screening.ScreeningClearedWithoutHit;
import org.stele.events.screening.ScreeningFailed;
import org.stele.events.screening.ScreeningHitsRecorded;
import org.stele.events.screening.ScreeningReopened;
import org.stele.events.screening.ScreeningRequested;
import org.stele.events.screening.ScreeningVerdictConfirmed;
import org.stele.events.screening.ScreeningVerdictProposed;
import org.stele.events.screening.ScreeningVerdictReturned;

/** Records that a reviewer, who is not the analyst, confirmed the pending verdict. */
final class ConfirmVerdictHandler {

    @CommandHandler
    void handle(ConfirmVerdict command, @InjectEntity State state, EventAppender events) {
        events.append(decide(command, state));
    }

    static ScreeningVerdictConfirmed decide(ConfirmVerdict command, State state) {
        CommandContext entry = command.entry();
        entry.requireRole(Role.SCREENING_REVIEWER);
        MemberState owner = entry.requireOnRecord("screening", command.screening(), state.memberState);
        ScreeningVerdictProposed proposal = FourEyes.requireProposalOfAnother(state.proposal, entry);
        return new ScreeningVerdictConfirmed(
                owner,
                command.screening(),
                proposal.disposition(),
                proposal.analyst(),
                entry.actor().staffId(),
                proposal.supersedes());
    }

    /** The screening's State, and the pending proposal. */
    @EventSourcedEntity
    record State(
            @Nullable MemberState memberState, @Nullable ScreeningVerdictProposed proposal) {

        @EntityCreator
        State() {
            this(null, null);
        }

        @EventSourcingHandler
        State on(ScreeningRequested event) {
            return new State(event.memberState(), null);
        }

        @EventSourcingHandler
        State on(ScreeningFailed event) {
            return new State(event.memberState(), null);
        }

        @EventSourcingHandler
        State on(ScreeningHitsRecorded event) {
            return new State(event.memberState(), null);
        }

        @EventSourcingHandler
        State on(ScreeningClearedWithoutHit event) {
            return new State(event.memberState(), null);
        }

        @EventSourcingHandler
        State on(ScreeningVerdictProposed event) {
            return new State(memberState, event);
        }

        @EventSourcingHandler
        State on(ScreeningVerdictReturned event) {
            return new State(memberState, null);
        }

        @EventSourcingHandler
        State on(ScreeningVerdictConfirmed event) {
            return new State(memberState, null);
        }

        @EventSourcingHandler
        State on(ScreeningReopened event) {
            return new State(memberState, null);
        }

        @EventCriteriaBuilder
        static EventCriteria criteria(FilingId screening, MessageTypeResolver types) {
            return EventCriteria.havingTags(Tags.SCREENING, screening.toString())
                    .andBeingOneOfTypes(
                            types,
                            ScreeningRequested.class,
                            ScreeningFailed.class,
                            ScreeningHitsRecorded.class,
                            ScreeningClearedWithoutHit.class,
                            ScreeningVerdictProposed.class,
                            ScreeningVerdictReturned.class,
                            ScreeningVerdictConfirmed.class,
                            ScreeningReopened.class);
        }
    }
}
