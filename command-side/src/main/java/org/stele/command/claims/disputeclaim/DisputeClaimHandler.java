package org.stele.command.claims.disputeclaim;

import java.util.EnumSet;
import java.util.Set;
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
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.MonitoringBody;
import org.stele.events.PartialDate;
import org.stele.events.Role;
import org.stele.events.Tags;
import org.stele.events.claims.ClaimDisputed;
import org.stele.events.claims.ClaimWithdrawn;
import org.stele.events.claims.ExemptionClaimed;
import org.stele.events.claims.ScopeClaimed;

/** Records that a monitoring body disputes a claim that was not withdrawn, once for each body. */
final class DisputeClaimHandler {

    @CommandHandler
    void handle(DisputeClaim command, @InjectEntity State state, EventAppender events) {
        events.append(decide(command, state));
    }

    static ClaimDisputed decide(DisputeClaim command, State state) {
        CommandContext entry = command.entry();
        entry.requireRole(Role.MONITOR, Role.REGISTRAR);
        PartialDate disputed = entry.dateOrToday("disputed", command.disputed());
        PanelMandate.require(command.body(), "disputed", disputed);
        FreeText.require("reason", command.reason(), FreeText.MAX_REASON);
        MemberState owner = entry.requireOnRecord("claim", command.claim(), state.memberState);
        requireNotWithdrawn(state);
        requireNotDisputedBy(command.body(), state);
        return new ClaimDisputed(owner, command.claim(), command.body(), disputed, command.reason());
    }

    private static void requireNotWithdrawn(State state) {
        if (state.withdrawn) {
            throw Rejected.lifecycle("claim-withdrawn", "The claim was withdrawn: there is nothing to dispute.");
        }
    }

    private static void requireNotDisputedBy(MonitoringBody body, State state) {
        if (state.disputedBy.contains(body)) {
            throw Rejected.lifecycle("claim-already-disputed", "The %s disputed the claim before.".formatted(body));
        }
    }

    /** The claim's State, the bodies that dispute it, and whether it was withdrawn. */
    @EventSourcedEntity
    static final class State {

        private @Nullable MemberState memberState;
        private final Set<MonitoringBody> disputedBy = EnumSet.noneOf(MonitoringBody.class);
        private boolean withdrawn;

        @EntityCreator
        State() {}

        @EventSourcingHandler
        void on(ExemptionClaimed event) {
            memberState = event.memberState();
        }

        @EventSourcingHandler
        void on(ScopeClaimed event) {
            memberState = event.memberState();
        }

        @EventSourcingHandler
        void on(ClaimDisputed event) {
            disputedBy.add(event.disputedBy());
        }

        @EventSourcingHandler
        void on(ClaimWithdrawn event) {
            withdrawn = true;
        }

        @EventCriteriaBuilder
        static EventCriteria criteria(FilingId claim, MessageTypeResolver types) {
            return EventCriteria.havingTags(Tags.CLAIM, claim.toString())
                    .andBeingOneOfTypes(
                            types,
                            ExemptionClaimed.class,
                            ScopeClaimed.class,
                            ClaimDisputed.class,
                            ClaimWithdrawn.class);
        }
    }
}
