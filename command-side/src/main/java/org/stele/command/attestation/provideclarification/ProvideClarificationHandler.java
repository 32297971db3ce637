package org.stele.command.attestation.provideclarification;

import java.util.Objects;
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
import org.stele.command.rules.FreeText;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.Role;
import org.stele.events.Tags;
import org.stele.events.attestation.ClarificationProvided;
import org.stele.events.attestation.ClarificationRequested;

/**
 * Records a State's answer. A further answer to the same question is recorded beside the first one: a State may add to what
 * it said, and that it said so is a fact (rules, P1). The attestation may have been withdrawn meanwhile.
 */
final class ProvideClarificationHandler {

    @CommandHandler
    void handle(ProvideClarification command, @InjectEntity State state, EventAppender events) {
        events.append(decide(command, state));
    }

    static ClarificationProvided decide(ProvideClarification command, State state) {
        CommandContext entry = command.entry();
        entry.requireRole(Role.SIGNATORY);
        FreeText.require("answer", command.answer(), FreeText.MAX_STATEMENT);
        MemberState owner =
                entry.requireOnRecord("clarification request", command.clarification(), state.memberState());
        return new ClarificationProvided(
                owner,
                Objects.requireNonNull(state.attestation, "a question is about an attestation"),
                command.clarification(),
                command.answer(),
                entry.today());
    }

    /** The State that is asked, and the attestation that the question is about; null before there is a question. */
    @EventSourcedEntity
    record State(
            @Nullable MemberState memberState, @Nullable FilingId attestation) {

        @EntityCreator
        State() {
            this(null, null);
        }

        @EventSourcingHandler
        State on(ClarificationRequested event) {
            return new State(event.memberState(), event.attestation());
        }

        @EventCriteriaBuilder
        static EventCriteria criteria(FilingId clarification, MessageTypeResolver types) {
            return EventCriteria.havingTags(Tags.CLARIFICATION, clarification.toString())
                    .andBeingOneOfTypes(types, ClarificationRequested.class);
        }
    }
}
