package org.stele.command.attestation.amendattestation;

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
import org.stele.command.attestation.ContentRules;
import org.stele.command.attestation.Documents;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.Rejected;
import org.stele.command.rules.FreeText;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.Role;
import org.stele.events.Tags;
import org.stele.events.attestation.AttestationAmended;
import org.stele.events.attestation.AttestationSubmitted;
import org.stele.events.attestation.AttestationWithdrawn;

/** Adds a version to an attestation that was not withdrawn. The earlier versions stay unchanged (rules, P2). */
final class AmendAttestationHandler {

    @CommandHandler
    void handle(AmendAttestation command, @InjectEntity State state, EventAppender events) {
        events.append(decide(command, state));
    }

    static AttestationAmended decide(AmendAttestation command, State state) {
        CommandContext entry = command.entry();
        entry.requireRole(Role.SIGNATORY, Role.REGISTRAR);
        entry.requireNoSourceUnlessRegistrar(command.source());
        ContentRules.require(command.content());
        FreeText.require("reason", command.reason(), FreeText.MAX_REASON);
        FreeText.requireSource(command.source());
        Documents.require(entry, command.document());
        MemberState owner = entry.requireOnRecord("attestation", command.attestation(), state.memberState);
        requireNotWithdrawn(state);
        return new AttestationAmended(
                owner,
                command.attestation(),
                state.latestVersion + 1,
                command.content(),
                command.reason(),
                entry.today(),
                command.source(),
                Documents.of(entry, owner, command.document(), null));
    }

    private static void requireNotWithdrawn(State state) {
        if (state.withdrawn) {
            throw Rejected.lifecycle(
                    "attestation-withdrawn", "The attestation was withdrawn. Submit another one in its place.");
        }
    }

    /** The attestation's State, its number of versions, and whether it was withdrawn. */
    @EventSourcedEntity
    record State(@Nullable MemberState memberState, int latestVersion, boolean withdrawn) {

        @EntityCreator
        State() {
            this(null, 0, false);
        }

        @EventSourcingHandler
        State on(AttestationSubmitted event) {
            return new State(event.memberState(), 1, withdrawn);
        }

        @EventSourcingHandler
        State on(AttestationAmended event) {
            return new State(memberState, event.version(), withdrawn);
        }

        @EventSourcingHandler
        State on(AttestationWithdrawn event) {
            return new State(memberState, latestVersion, true);
        }

        @EventCriteriaBuilder
        static EventCriteria criteria(FilingId attestation, MessageTypeResolver types) {
            return EventCriteria.havingTags(Tags.ATTESTATION, attestation.toString())
                    .andBeingOneOfTypes(
                            types, AttestationSubmitted.class, AttestationAmended.class, AttestationWithdrawn.class);
        }
    }
}
