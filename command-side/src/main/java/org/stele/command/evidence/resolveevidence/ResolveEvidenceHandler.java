package org.stele.command.evidence.resolveevidence;

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
import org.stele.events.PartialDate;
import org.stele.events.Role;
import org.stele.events.Tags;
import org.stele.events.evidence.EvidenceRecorded;
import org.stele.events.evidence.EvidenceResolved;

/** Records how a piece of evidence was answered, once. */
final class ResolveEvidenceHandler {

    @CommandHandler
    void handle(ResolveEvidence command, @InjectEntity State state, EventAppender events) {
        events.append(decide(command, state));
    }

    static EvidenceResolved decide(ResolveEvidence command, State state) {
        CommandContext entry = command.entry();
        entry.requireRole(Role.CHAIR, Role.REGISTRAR);
        FreeText.require("resolution", command.resolution(), FreeText.MAX_STATEMENT);
        PartialDate resolved = entry.dateOrToday("resolved", command.resolved());
        MemberState about = entry.requireOnRecord("evidence", command.evidence(), state.memberState);
        requireNotResolved(state);
        return new EvidenceResolved(about, command.evidence(), resolved, command.resolution());
    }

    private static void requireNotResolved(State state) {
        if (state.resolved) {
            throw Rejected.lifecycle("evidence-already-resolved", "The evidence was resolved before.");
        }
    }

    /** The State that the evidence is about, and whether it was answered. */
    @EventSourcedEntity
    record State(@Nullable MemberState memberState, boolean resolved) {

        @EntityCreator
        State() {
            this(null, false);
        }

        @EventSourcingHandler
        State on(EvidenceRecorded event) {
            return new State(event.memberState(), resolved);
        }

        @EventSourcingHandler
        State on(EvidenceResolved event) {
            return new State(memberState, true);
        }

        @EventCriteriaBuilder
        static EventCriteria criteria(FilingId evidence, MessageTypeResolver types) {
            return EventCriteria.havingTags(Tags.EVIDENCE, evidence.toString())
                    .andBeingOneOfTypes(types, EvidenceRecorded.class, EvidenceResolved.class);
        }
    }
}
