package org.stele.command.custody.proposeredaction;

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
import org.stele.command.rules.FreeText;
import org.stele.events.FilingId;
import org.stele.events.Role;
import org.stele.events.Tags;
import org.stele.events.custody.CustodyMatter;
import org.stele.events.custody.EventRedacted;
import org.stele.events.custody.RedactionProposed;
import org.stele.eventstore.damage.Redactions;
import org.stele.eventstore.damage.RemovableBody;

/** Records that the custodian proposes to remove a body. */
final class ProposeRedactionHandler {

    private final Redactions redactions;

    ProposeRedactionHandler(Redactions redactions) {
        this.redactions = redactions;
    }

    @CommandHandler
    void handle(ProposeRedaction command, @InjectEntity State state, EventAppender events) {
        command.entry().requireRole(Role.CUSTODIAN);
        events.append(decide(command, state, redactions.at(command.position())));
    }

    static RedactionProposed decide(ProposeRedaction command, State state, Optional<RemovableBody> found) {
        CommandContext entry = command.entry();
        entry.requireRole(Role.CUSTODIAN);
        FreeText.require("reason", command.reason(), FreeText.MAX_REASON);
        RemovableBody event = RedactionRules.require(command.position(), found);
        RedactionProposed open = state.proposal;
        if (open != null) {
            throw Rejected.lifecycle(
                    "redaction-already-proposed",
                    open.proposedBy() + " has proposed to remove the body of event " + command.position()
                            + ". Another person confirms it: POST .../redaction/confirmation.");
        }
        return new RedactionProposed(
                CustodyMatter.REDACTION,
                command.redaction(),
                command.position(),
                RedactionRules.leafHash(event),
                command.reason(),
                entry.actor().staffId());
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
