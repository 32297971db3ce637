package org.stele.command.attestation.unpublishattestation;

import java.time.LocalDate;
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
import org.stele.events.Role;
import org.stele.events.Tags;
import org.stele.events.attestation.AttestationPublished;
import org.stele.events.attestation.AttestationSubmitted;
import org.stele.events.attestation.AttestationUnpublished;
import org.stele.events.attestation.AttestationWithheldAtRequest;

/** Takes an attestation off the page again: only one that is published. One that was withdrawn may still be on the page. */
final class UnpublishAttestationHandler {

    @CommandHandler
    void handle(UnpublishAttestation command, @InjectEntity State state, EventAppender events) {
        events.append(decide(command, state));
    }

    static AttestationUnpublished decide(UnpublishAttestation command, State state) {
        CommandContext entry = command.entry();
        entry.requireRole(Role.REGISTRAR);
        LocalDate unpublishedOn = entry.dayOrToday("unpublishedOn", command.unpublishedOn());
        FreeText.require("reason", command.reason(), FreeText.MAX_REASON);
        MemberState owner = entry.requireOnRecord("attestation", command.attestation(), state.memberState);
        requirePublished(state);
        return new AttestationUnpublished(owner, command.attestation(), unpublishedOn, command.reason());
    }

    private static void requirePublished(State state) {
        if (!state.published) {
            throw Rejected.lifecycle(
                    "attestation-not-published", "The attestation is not published: there is nothing to take back.");
        }
    }

    /** The attestation's State, and whether it is published. */
    @EventSourcedEntity
    record State(@Nullable MemberState memberState, boolean published) {

        @EntityCreator
        State() {
            this(null, false);
        }

        @EventSourcingHandler
        State on(AttestationSubmitted event) {
            return new State(event.memberState(), published);
        }

        @EventSourcingHandler
        State on(AttestationPublished event) {
            return new State(memberState, true);
        }

        @EventSourcingHandler
        State on(AttestationWithheldAtRequest event) {
            return new State(memberState, false);
        }

        @EventSourcingHandler
        State on(AttestationUnpublished event) {
            return new State(memberState, false);
        }

        @EventCriteriaBuilder
        static EventCriteria criteria(FilingId attestation, MessageTypeResolver types) {
            return EventCriteria.havingTags(Tags.ATTESTATION, attestation.toString())
                    .andBeingOneOfTypes(
                            types,
                            AttestationSubmitted.class,
                            AttestationPublished.class,
                            AttestationWithheldAtRequest.class,
                            AttestationUnpublished.class);
        }
    }
}
