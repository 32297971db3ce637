package org.stele.command.access.withdrawaccreditation;

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
import org.stele.events.Role;
import org.stele.events.Tags;
import org.stele.events.access.AccessEvent;
import org.stele.events.access.AccreditationWithdrawn;
import org.stele.events.access.OfficialAccredited;
import org.stele.events.access.StaffAccreditationWithdrawn;
import org.stele.events.access.StaffAccredited;

/** Withdraws an accreditation, once. */
final class WithdrawAccreditationHandler {

    @CommandHandler
    void handle(WithdrawAccreditation command, @InjectEntity State state, EventAppender events) {
        events.append(decide(command, state));
    }

    static AccessEvent decide(WithdrawAccreditation command, State state) {
        CommandContext entry = command.entry();
        entry.requireRole(Role.REGISTRAR);
        FreeText.require("reason", command.reason(), FreeText.MAX_REASON);
        String official = requireAccredited(command.accreditation(), state);
        return state.memberState == null
                ? new StaffAccreditationWithdrawn(command.accreditation(), official, command.reason(), entry.today())
                : new AccreditationWithdrawn(
                        state.memberState, command.accreditation(), official, command.reason(), null, entry.today());
    }

    private static String requireAccredited(FilingId accreditation, State state) {
        if (state.official == null) {
            throw Rejected.notFound("No accreditation with the id %s is on record.".formatted(accreditation));
        }
        if (state.withdrawn) {
            throw Rejected.lifecycle("accreditation-withdrawn", "The accreditation was withdrawn before.");
        }
        return state.official;
    }

    /** Whose accreditation it is, and whether it was withdrawn. */
    @EventSourcedEntity
    record State(@Nullable String official, @Nullable MemberState memberState, boolean withdrawn) {

        @EntityCreator
        State() {
            this(null, null, false);
        }

        @EventSourcingHandler
        State on(OfficialAccredited event) {
            return new State(event.official(), event.memberState(), withdrawn);
        }

        @EventSourcingHandler
        State on(StaffAccredited event) {
            return new State(event.official(), null, withdrawn);
        }

        @EventSourcingHandler
        State on(AccreditationWithdrawn event) {
            return new State(official, memberState, true);
        }

        @EventSourcingHandler
        State on(StaffAccreditationWithdrawn event) {
            return new State(official, memberState, true);
        }

        @EventCriteriaBuilder
        static EventCriteria criteria(FilingId accreditation, MessageTypeResolver types) {
            return EventCriteria.havingTags(Tags.ACCREDITATION, accreditation.toString())
                    .andBeingOneOfTypes(
                            types,
                            OfficialAccredited.class,
                            StaffAccredited.class,
                            AccreditationWithdrawn.class,
                            StaffAccreditationWithdrawn.class);
        }
    }
}
