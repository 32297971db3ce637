package org.stele.command.custody.accesslog;

import org.axonframework.eventsourcing.annotation.EventCriteriaBuilder;
import org.axonframework.eventsourcing.annotation.EventSourcedEntity;
import org.axonframework.eventsourcing.annotation.EventSourcingHandler;
import org.axonframework.eventsourcing.annotation.reflection.EntityCreator;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.core.MessageTypeResolver;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.modelling.annotation.InjectEntity;
import org.stele.command.entry.Rejected;
import org.stele.events.Role;
import org.stele.events.Tags;
import org.stele.events.custody.AccessLogDigested;
import org.stele.events.custody.CustodyMatter;

/** Records the digest of an hour of the access log, once, whichever node sends it and however often. */
final class RecordAccessLogDigestHandler {

    @CommandHandler
    void handle(RecordAccessLogDigest command, @InjectEntity State state, EventAppender events) {
        events.append(decide(command, state));
    }

    static AccessLogDigested decide(RecordAccessLogDigest command, State state) {
        command.entry().requireRole(Role.CUSTODIAN);
        if (command.firstRow() != state.lastRow() + 1 || command.lastRow() < command.firstRow()) {
            throw Rejected.lifecycle(
                    "access-log-digested",
                    "Expected a digest of rows from %s on, got one of rows %s to %s."
                            .formatted(state.lastRow() + 1, command.firstRow(), command.lastRow()));
        }
        return new AccessLogDigested(
                command.matter(),
                command.hour(),
                command.firstRow(),
                command.lastRow(),
                command.rowsSha256(),
                command.lastRowSha256());
    }

    /** @param lastRow the last row that a digest covers; 0 before the first */
    @EventSourcedEntity
    record State(long lastRow) {

        @EntityCreator
        State() {
            this(0);
        }

        @EventSourcingHandler
        State on(AccessLogDigested event) {
            return new State(event.lastRow());
        }

        @EventCriteriaBuilder
        static EventCriteria criteria(CustodyMatter matter, MessageTypeResolver types) {
            return EventCriteria.havingTags(Tags.CUSTODY, matter.name())
                    .andBeingOneOfTypes(types, AccessLogDigested.class);
        }
    }
}
