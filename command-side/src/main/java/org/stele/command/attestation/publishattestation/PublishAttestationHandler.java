package org.stele.command.attestation.publishattestation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
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
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.Role;
import org.stele.events.Tags;
import org.stele.events.attestation.AttestationAmended;
import org.stele.events.attestation.AttestationPublished;
import org.stele.events.attestation.AttestationReceived;
import org.stele.events.attestation.AttestationSubmitted;
import org.stele.events.attestation.AttestationUnpublished;
import org.stele.events.attestation.AttestationWithdrawn;
import org.stele.events.attestation.AttestationWithheldAtRequest;
import org.stele.events.attestation.CommitteeDocument;

/**
 * Publishes a received version of an attestation that was not withdrawn. A version that is published is published again only
 * where something is stated of its document, such as the day of another text.
 */
final class PublishAttestationHandler {

    @CommandHandler
    void handle(PublishAttestation command, @InjectEntity State state, EventAppender events) {
        events.append(decide(command, state));
    }

    static AttestationPublished decide(PublishAttestation command, State state) {
        CommandContext entry = command.entry();
        entry.requireRole(Role.REGISTRAR);
        LocalDate publishedOn = entry.dayOrToday("publishedOn", command.publishedOn());
        Documents.require(entry, command.document());
        MemberState owner = entry.requireOnRecord("attestation", command.attestation(), state.memberState);
        requireNotWithdrawn(state);
        int version = VersionRules.requireReceived(command.version(), state.versionsCount, state.received);
        requireNotPublished(version, command, state);
        return new AttestationPublished(
                owner,
                command.attestation(),
                version,
                publishedOn,
                command.dayAssumed(),
                Documents.of(entry, owner, command.document(), state.documents.get(version)));
    }

    private static void requireNotWithdrawn(State state) {
        if (state.withdrawn) {
            throw Rejected.lifecycle(
                    "attestation-withdrawn", "The attestation was withdrawn: there is nothing to publish.");
        }
    }

    private static void requireNotPublished(int version, PublishAttestation command, State state) {
        if (state.published == version && command.document() == null) {
            throw Rejected.lifecycle(
                    "attestation-already-published",
                    "Version %s is published. State what is new about its document, or unpublish it first."
                            .formatted(version));
        }
    }

    /** The versions of one attestation that are received, with their documents, and the one that is published. */
    @EventSourcedEntity
    static final class State {

        private static final int NONE = 0;

        private @Nullable MemberState memberState;
        private int versionsCount;
        private final NavigableSet<Integer> received = new TreeSet<>();
        private final Map<Integer, FilingId> documents = new HashMap<>();
        private int published = NONE;
        private boolean withdrawn;

        @EntityCreator
        State() {}

        @EventSourcingHandler
        void on(AttestationSubmitted event) {
            memberState = event.memberState();
            versionsCount = 1;
            keep(1, event.document());
        }

        @EventSourcingHandler
        void on(AttestationAmended event) {
            versionsCount = event.version();
            keep(event.version(), event.document());
        }

        @EventSourcingHandler
        void on(AttestationReceived event) {
            received.add(event.version());
            keep(event.version(), event.document());
        }

        @EventSourcingHandler
        void on(AttestationWithdrawn event) {
            withdrawn = true;
        }

        @EventSourcingHandler
        void on(AttestationPublished event) {
            published = event.version();
            keep(event.version(), event.document());
        }

        @EventSourcingHandler
        void on(AttestationWithheldAtRequest event) {
            published = NONE;
        }

        @EventSourcingHandler
        void on(AttestationUnpublished event) {
            published = NONE;
        }

        private void keep(int version, @Nullable CommitteeDocument document) {
            if (document != null) {
                documents.put(version, document.id());
            }
        }

        @EventCriteriaBuilder
        static EventCriteria criteria(FilingId attestation, MessageTypeResolver types) {
            return EventCriteria.havingTags(Tags.ATTESTATION, attestation.toString())
                    .andBeingOneOfTypes(
                            types,
                            AttestationSubmitted.class,
                            AttestationAmended.class,
                            AttestationReceived.class,
                            AttestationWithdrawn.class,
                            AttestationPublished.class,
                            AttestationWithheldAtRequest.class,
                            AttestationUnpublished.class);
        }
    }
}
