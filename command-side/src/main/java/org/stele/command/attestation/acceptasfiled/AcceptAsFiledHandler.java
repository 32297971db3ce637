package org.stele.command.attestation.acceptasfiled;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.NavigableSet;
import java.util.Set;
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
import org.stele.command.attestation.VersionRules;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.Rejected;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.MonitoringBody;
import org.stele.events.Role;
import org.stele.events.Tags;
import org.stele.events.attestation.AttestationAcceptedAsFiled;
import org.stele.events.attestation.AttestationAmended;
import org.stele.events.attestation.AttestationReceived;
import org.stele.events.attestation.AttestationSubmitted;
import org.stele.events.attestation.AttestationWithdrawn;
import org.stele.events.attestation.ClarificationProvided;
import org.stele.events.attestation.ClarificationRequested;

/**
 * Accepts the current version of an attestation, once, when every question of the Committee and its Panel about the
 * attestation is answered. A question of the MSMT, which is no body of the United Nations, does not hold the Committee up.
 */
final class AcceptAsFiledHandler {

    @CommandHandler
    void handle(AcceptAsFiled command, @InjectEntity State state, EventAppender events) {
        events.append(decide(command, state));
    }

    static AttestationAcceptedAsFiled decide(AcceptAsFiled command, State state) {
        CommandContext entry = command.entry();
        entry.requireRole(Role.CHAIR);
        MemberState owner = entry.requireOnRecord("attestation", command.attestation(), state.memberState);
        requireNotWithdrawn(state);
        int version = VersionRules.requireReceived(command.version(), state.versionsCount, state.received);
        requireNotSuperseded(version, state);
        requireNotAccepted(version, state);
        requireAnswered(state);
        return new AttestationAcceptedAsFiled(owner, command.attestation(), version, entry.today());
    }

    private static void requireNotWithdrawn(State state) {
        if (state.withdrawn) {
            throw Rejected.lifecycle(
                    "attestation-withdrawn", "The attestation was withdrawn: there is nothing to accept.");
        }
    }

    private static void requireNotSuperseded(int version, State state) {
        if (version < state.received.last()) {
            throw Rejected.lifecycle(
                    "attestation-version-superseded",
                    "Version %s was superseded by version %s, which is received too. Accept that one."
                            .formatted(version, state.received.last()));
        }
    }

    private static void requireNotAccepted(int version, State state) {
        if (state.accepted.contains(version)) {
            throw Rejected.lifecycle(
                    "attestation-already-accepted", "Version %s was accepted as filed before.".formatted(version));
        }
    }

    private static void requireAnswered(State state) {
        if (!state.unanswered.isEmpty()) {
            throw Rejected.lifecycle(
                    "clarification-unanswered",
                    "The State has not answered the question %s yet."
                            .formatted(state.unanswered.iterator().next()));
        }
    }

    /** The versions of one attestation that are received and accepted, and the questions that hold it up. */
    @EventSourcedEntity
    static final class State {

        private @Nullable MemberState memberState;
        private int versionsCount;
        private final NavigableSet<Integer> received = new TreeSet<>();
        private final Set<Integer> accepted = new HashSet<>();
        private final Set<FilingId> unanswered = new LinkedHashSet<>();
        private boolean withdrawn;

        @EntityCreator
        State() {}

        @EventSourcingHandler
        void on(AttestationSubmitted event) {
            memberState = event.memberState();
            versionsCount = 1;
        }

        @EventSourcingHandler
        void on(AttestationAmended event) {
            versionsCount = event.version();
        }

        @EventSourcingHandler
        void on(AttestationReceived event) {
            received.add(event.version());
        }

        @EventSourcingHandler
        void on(AttestationWithdrawn event) {
            withdrawn = true;
        }

        @EventSourcingHandler
        void on(AttestationAcceptedAsFiled event) {
            accepted.add(event.version());
        }

        @EventSourcingHandler
        void on(ClarificationRequested event) {
            if (event.askedBy() != MonitoringBody.MSMT) {
                unanswered.add(event.clarification());
            }
        }

        @EventSourcingHandler
        void on(ClarificationProvided event) {
            unanswered.remove(event.clarification());
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
                            AttestationAcceptedAsFiled.class,
                            ClarificationRequested.class,
                            ClarificationProvided.class);
        }
    }
}
