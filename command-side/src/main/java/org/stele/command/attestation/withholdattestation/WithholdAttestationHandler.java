package org.stele.command.attestation.withholdattestation;

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
import org.stele.command.attestation.VersionRules;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.Rejected;
import org.stele.command.rules.FreeText;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.Role;
import org.stele.events.Tags;
import org.stele.events.attestation.AttestationAmended;
import org.stele.events.attestation.AttestationPublished;
import org.stele.events.attestation.AttestationSubmitted;
import org.stele.events.attestation.AttestationUnpublished;
import org.stele.events.attestation.AttestationWithheldAtRequest;

/**
 * Withholds the text of a version, at any stage of the attestation: a State may ask for it before the receipt, and after it
 * has withdrawn what it filed.
 */
final class WithholdAttestationHandler {

    @CommandHandler
    void handle(WithholdAttestation command, @InjectEntity State state, EventAppender events) {
        events.append(decide(command, state));
    }

    static AttestationWithheldAtRequest decide(WithholdAttestation command, State state) {
        CommandContext entry = command.entry();
        entry.requireRole(Role.REGISTRAR);
        LocalDate withheldOn = entry.dayOrToday("withheldOn", command.withheldOn());
        FreeText.require("reason", command.reason(), FreeText.MAX_REASON);
        MemberState owner = entry.requireOnRecord("attestation", command.attestation(), state.memberState);
        int version = command.version() == null ? state.versionsCount : command.version();
        VersionRules.requireKnown(version, state.versionsCount);
        requireNotWithheld(version, state);
        return new AttestationWithheldAtRequest(owner, command.attestation(), version, withheldOn, command.reason());
    }

    private static void requireNotWithheld(int version, State state) {
        if (state.withheld == version) {
            throw Rejected.lifecycle(
                    "attestation-already-withheld", "Version %s is withheld already.".formatted(version));
        }
    }

    /** The number of versions of one attestation, and the one that is withheld; 0 where none is. */
    @EventSourcedEntity
    record State(@Nullable MemberState memberState, int versionsCount, int withheld) {

        @EntityCreator
        State() {
            this(null, 0, 0);
        }

        @EventSourcingHandler
        State on(AttestationSubmitted event) {
            return new State(event.memberState(), 1, withheld);
        }

        @EventSourcingHandler
        State on(AttestationAmended event) {
            return new State(memberState, event.version(), withheld);
        }

        @EventSourcingHandler
        State on(AttestationPublished event) {
            return new State(memberState, versionsCount, 0);
        }

        @EventSourcingHandler
        State on(AttestationWithheldAtRequest event) {
            return new State(memberState, versionsCount, event.version());
        }

        @EventSourcingHandler
        State on(AttestationUnpublished event) {
            return new State(memberState, versionsCount, 0);
        }

        @EventCriteriaBuilder
        static EventCriteria criteria(FilingId attestation, MessageTypeResolver types) {
            return EventCriteria.havingTags(Tags.ATTESTATION, attestation.toString())
                    .andBeingOneOfTypes(
                            types,
                            AttestationSubmitted.class,
                            AttestationAmended.class,
                            AttestationPublished.class,
                            AttestationWithheldAtRequest.class,
                            AttestationUnpublished.class);
        }
    }
}
