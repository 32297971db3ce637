package org.stele.command.screening.rejectlistversion;

import org.axonframework.eventsourcing.annotation.EventCriteriaBuilder;
import org.axonframework.eventsourcing.annotation.EventSourcedEntity;
import org.axonframework.eventsourcing.annotation.EventSourcingHandler;
import org.axonframework.eventsourcing.annotation.reflection.EntityCreator;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.core.MessageTypeResolver;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.modelling.annotation.InjectEntity;
import org.stele.command.rules.FreeText;
import org.stele.command.screening.list.ListRecord;
import org.stele.events.Role;
import org.stele.events.Tags;
import org.stele.events.screening.ListVersionLoaded;
import org.stele.events.screening.ListVersionRejected;
import org.stele.events.screening.ListVersionReleased;

/** Records that the registrar rejects a version that was held. */
final class RejectListVersionHandler {

    @CommandHandler
    void handle(RejectListVersion command, @InjectEntity State state, EventAppender events) {
        events.append(decide(command, state));
    }

    static ListVersionRejected decide(RejectListVersion command, State state) {
        command.entry().requireRole(Role.REGISTRAR);
        FreeText.require("reason", command.reason(), FreeText.MAX_REASON);
        return new ListVersionRejected(
                command.list(), state.list.requireHeld(command.sha256()).sha256(), command.reason());
    }

    /** What is on record about the versions of the list. */
    @EventSourcedEntity
    record State(ListRecord list) {

        @EntityCreator
        State() {
            this(ListRecord.empty());
        }

        @EventSourcingHandler
        State on(ListVersionLoaded event) {
            return new State(list.with(event));
        }

        @EventSourcingHandler
        State on(ListVersionReleased event) {
            return new State(list.with(event));
        }

        @EventSourcingHandler
        State on(ListVersionRejected event) {
            return new State(list.with(event));
        }

        @EventCriteriaBuilder
        static EventCriteria criteria(String list, MessageTypeResolver types) {
            return EventCriteria.havingTags(Tags.LIST, list)
                    .andBeingOneOfTypes(
                            types, ListVersionLoaded.class, ListVersionReleased.class, ListVersionRejected.class);
        }
    }
}
