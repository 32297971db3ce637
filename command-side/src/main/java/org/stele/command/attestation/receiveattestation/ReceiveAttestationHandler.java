package org.stele.command.attestation.receiveattestation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
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
import org.stele.command.attestation.Documents;
import org.stele.command.attestation.VersionRules;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.Rejected;
import org.stele.command.rules.FreeText;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.events.Role;
import org.stele.events.Tags;
import org.stele.events.attestation.AttestationAmended;
import org.stele.events.attestation.AttestationReceived;
import org.stele.events.attestation.AttestationSubmitted;
import org.stele.events.attestation.AttestationWithdrawn;
import org.stele.events.attestation.CommitteeDocument;

/**
 * Records a version as received, once, by default on the day on which it was submitted: a delay in the registry must
 * not make a State late.
 */
final class ReceiveAttestationHandler {

    @CommandHandler
    void handle(ReceiveAttestation command, @InjectEntity State state, EventAppender events) {
        events.append(decide(command, state));
    }

    static AttestationReceived decide(ReceiveAttestation command, State state) {
        CommandContext entry = command.entry();
        entry.requireRole(Role.REGISTRAR);
        entry.requireNotFuture("received", command.received());
        FreeText.require("reference", command.reference(), FreeText.MAX_REFERENCE);
        Documents.require(entry, command.document());
        MemberState owner = entry.requireOnRecord("attestation", command.attestation(), state.memberState);
        requireNotWithdrawn(state);
        int version =
                command.version() == null ? oldestNotReceived(state) : requireReceivable(command.version(), state);
        PartialDate submitted = PartialDate.of(state.submittedOn.get(version - 1));
        return new AttestationReceived(
                owner,
                command.attestation(),
                version,
                command.received() == null ? submitted : command.received(),
                command.reference(),
                Documents.of(entry, owner, command.document(), state.documents.get(version)));
    }

    private static void requireNotWithdrawn(State state) {
        if (state.withdrawn) {
            throw Rejected.lifecycle(
                    "attestation-withdrawn", "The attestation was withdrawn: there is nothing to receive.");
        }
    }

    private static int oldestNotReceived(State state) {
        return IntStream.rangeClosed(1, state.submittedOn.size())
                .filter(version -> !state.received.contains(version))
                .findFirst()
                .orElseThrow(() -> Rejected.lifecycle(
                        "attestation-version-already-received",
                        "All %s versions are entered as received.".formatted(state.submittedOn.size())));
    }

    private static int requireReceivable(int version, State state) {
        VersionRules.requireKnown(version, state.submittedOn.size());
        if (state.received.contains(version)) {
            throw Rejected.lifecycle(
                    "attestation-version-already-received",
                    "Version %s is entered as received already.".formatted(version));
        }
        return version;
    }

    /** The versions of one attestation with the day of each submission and its document, and which of them are received. */
    @EventSourcedEntity
    static final class State {

        private @Nullable MemberState memberState;
        private final List<LocalDate> submittedOn = new ArrayList<>();
        private final Map<Integer, FilingId> documents = new HashMap<>();
        private final Set<Integer> received = new HashSet<>();
        private boolean withdrawn;

        @EntityCreator
        State() {}

        @EventSourcingHandler
        void on(AttestationSubmitted event) {
            memberState = event.memberState();
            submitted(event.submittedOn(), event.document());
        }

        @EventSourcingHandler
        void on(AttestationAmended event) {
            submitted(event.submittedOn(), event.document());
        }

        private void submitted(LocalDate day, @Nullable CommitteeDocument document) {
            submittedOn.add(day);
            if (document != null) {
                documents.put(submittedOn.size(), document.id());
            }
        }

        @EventSourcingHandler
        void on(AttestationReceived event) {
            received.add(event.version());
        }

        @EventSourcingHandler
        void on(AttestationWithdrawn event) {
            withdrawn = true;
        }

        @EventCriteriaBuilder
        static EventCriteria criteria(FilingId attestation, MessageTypeResolver types) {
            return EventCriteria.havingTags(Tags.ATTESTATION, attestation.toString())
                    .andBeingOneOfTypes(
                            types,
                            AttestationSubmitted.class,
                            AttestationAmended.class,
                            AttestationReceived.class,
                            AttestationWithdrawn.class);
        }
    }
}
