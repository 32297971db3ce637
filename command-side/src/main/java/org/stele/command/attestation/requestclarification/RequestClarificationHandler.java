package org.stele.command.attestation.requestclarification;

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
import org.stele.command.rules.PanelMandate;
import org.stele.command.rules.SeenDiscrepancies;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.events.Role;
import org.stele.events.Tags;
import org.stele.events.attestation.AttestationAcceptedAsFiled;
import org.stele.events.attestation.AttestationReceived;
import org.stele.events.attestation.AttestationSubmitted;
import org.stele.events.attestation.AttestationWithdrawn;
import org.stele.events.attestation.ClarificationRequested;

/**
 * Records a question about an attestation that is received. Once its current version is accepted as filed, its form is
 * settled: only a question about a discrepancy may follow.
 */
final class RequestClarificationHandler {

    private final SeenDiscrepancies seen;

    RequestClarificationHandler(SeenDiscrepancies seen) {
        this.seen = seen;
    }

    @CommandHandler
    void handle(RequestClarification command, @InjectEntity State state, EventAppender events) {
        events.append(decide(command, state, seen));
    }

    static ClarificationRequested decide(RequestClarification command, State state, SeenDiscrepancies seen) {
        CommandContext entry = command.entry();
        entry.requireRole(Role.CHAIR, Role.MONITOR);
        requireBodyOfMonitor(command);
        PanelMandate.require(command.askedBy(), "askedBy", PartialDate.of(entry.today()));
        FreeText.require("question", command.question(), FreeText.MAX_STATEMENT);
        MemberState owner = entry.requireOnRecord("attestation", command.attestation(), state.memberState);
        requireNotWithdrawn(state);
        requireReceived(state);
        requireNotAccepted(command, state);
        requireDiscrepancy(command, owner, seen);
        return new ClarificationRequested(
                owner,
                command.attestation(),
                command.filing(),
                command.question(),
                entry.today(),
                command.askedBy(),
                command.discrepancy());
    }

    private static void requireBodyOfMonitor(RequestClarification command) {
        boolean monitor = command.entry().actor().role() == Role.MONITOR;
        if (monitor && command.askedBy() == null) {
            throw Rejected.malformed("askedBy", "Name the body that you monitor for: PANEL or MSMT.");
        }
        if (!monitor && command.askedBy() != null) {
            throw Rejected.malformed("askedBy", "Only a monitor asks for a monitoring body. Leave it out.");
        }
    }

    private static void requireNotWithdrawn(State state) {
        if (state.withdrawn) {
            throw Rejected.lifecycle(
                    "attestation-withdrawn", "The attestation was withdrawn: there is nothing to ask about.");
        }
    }

    private static void requireReceived(State state) {
        if (state.received == 0) {
            throw Rejected.lifecycle(
                    "attestation-not-received", "No version of the attestation is entered as received.");
        }
    }

    private static void requireNotAccepted(RequestClarification command, State state) {
        if (state.accepted == state.received && command.discrepancy() == null) {
            throw Rejected.lifecycle(
                    "attestation-already-accepted",
                    "Version %s was accepted as filed. Name the discrepancy that the question is about."
                            .formatted(state.accepted));
        }
    }

    private static void requireDiscrepancy(RequestClarification command, MemberState owner, SeenDiscrepancies seen) {
        FilingId discrepancy = command.discrepancy();
        if (discrepancy != null && !seen.has(owner, discrepancy, command.entry())) {
            throw Rejected.rule(
                    "discrepancy",
                    "discrepancy-unknown",
                    "%s has no discrepancy with the id %s today. Name one that the view of today shows, or leave it out."
                            .formatted(owner, discrepancy));
        }
    }

    /** The highest versions of one attestation that are received and accepted, 0 for none, and whether it was withdrawn. */
    @EventSourcedEntity
    record State(@Nullable MemberState memberState, int received, int accepted, boolean withdrawn) {

        @EntityCreator
        State() {
            this(null, 0, 0, false);
        }

        @EventSourcingHandler
        State on(AttestationSubmitted event) {
            return new State(event.memberState(), received, accepted, withdrawn);
        }

        @EventSourcingHandler
        State on(AttestationReceived event) {
            return new State(memberState, Math.max(received, event.version()), accepted, withdrawn);
        }

        @EventSourcingHandler
        State on(AttestationAcceptedAsFiled event) {
            return new State(memberState, received, Math.max(accepted, event.version()), withdrawn);
        }

        @EventSourcingHandler
        State on(AttestationWithdrawn event) {
            return new State(memberState, received, accepted, true);
        }

        @EventCriteriaBuilder
        static EventCriteria criteria(FilingId attestation, MessageTypeResolver types) {
            return EventCriteria.havingTags(Tags.ATTESTATION, attestation.toString())
                    .andBeingOneOfTypes(
                            types,
                            AttestationSubmitted.class,
                            AttestationReceived.class,
                            AttestationAcceptedAsFiled.class,
                            AttestationWithdrawn.class);
        }
    }
}
