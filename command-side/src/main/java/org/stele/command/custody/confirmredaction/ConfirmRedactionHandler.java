package org.stele.command.custody.confirmredaction;

import java.util.Optional;
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
import org.stele.command.custody.RedactionRules;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.Rejected;
import org.stele.events.FilingId;
import org.stele.events.Role;
import org.stele.events.Sha256Digest;
import org.stele.events.Tags;
import org.stele.events.custody.CustodyMatter;
import org.stele.events.custody.EventRedacted;
import org.stele.events.custody.RedactionProposed;
import org.stele.eventstore.damage.Redactions;
import org.stele.eventstore.damage.RemovableBody;

/**
 * Records that a second person confirmed the removal of a body. It is removed afterwards: the database does not allow it without this
 * event.
 */
final class ConfirmRedactionHandler {

    private final Redactions redactions;

    ConfirmRedactionHandler(Redactions redactions) {
        this.redactions = redactions;
    }

    @CommandHandler
    void handle(ConfirmRedaction command, @InjectEntity State state, EventAppender events) {
        requireKeeper(command.entry());
        events.append(decide(command, state, redactions.at(command.position())));
    }

    static EventRedacted decide(ConfirmRedaction command, State state, Optional<RemovableBody> found) {
        CommandContext entry = command.entry();
        requireKeeper(entry);
        RemovableBody event = RedactionRules.require(command.position(), found);
        RedactionProposed proposal = requireProposalOfAnother(command.position(), state.proposal, entry);
        return new EventRedacted(
                CustodyMatter.REDACTION,
                command.redaction(),
                command.position(),
                RedactionRules.leafHash(event),
                new Sha256Digest(event.remainsSha256().hex()),
                proposal.reason(),
                proposal.proposedBy(),
                entry.actor().staffId());
    }

    /** Those who keep the ledger or answer for it; a State's officials do not decide about the record. */
    private static void requireKeeper(CommandContext entry) {
        entry.requireRole(Role.CUSTODIAN, Role.AUDITOR, Role.REGISTRAR);
    }

    private static RedactionProposed requireProposalOfAnother(
            long position, @Nullable RedactionProposed proposal, CommandContext second) {
        if (proposal == null) {
            throw Rejected.lifecycle(
                    "redaction-not-proposed",
                    "Nobody has proposed to remove the body of event " + position
                            + ". The custodian proposes it first: POST .../redaction.");
        }
        if (proposal.proposedBy().equalsIgnoreCase(second.actor().staffId())) {
            throw Rejected.rule("four-eyes", proposal.proposedBy() + " proposed this. Another person must confirm it.");
        }
        return proposal;
    }

    /** The proposal that waits for a second person. */
    @EventSourcedEntity
    record State(@Nullable RedactionProposed proposal) {

        @EntityCreator
        State() {
            this(null);
        }

        @EventSourcingHandler
        State on(RedactionProposed event) {
            return new State(event);
        }

        @EventSourcingHandler
        State on(EventRedacted event) {
            return new State(null);
        }

        @EventCriteriaBuilder
        static EventCriteria criteria(FilingId redaction, MessageTypeResolver types) {
            return EventCriteria.havingTags(Tags.REDACTION, redaction.toString())
                    .andBeingOneOfTypes(types, RedactionProposed.class, EventRedacted.class);
        }
    }
}
