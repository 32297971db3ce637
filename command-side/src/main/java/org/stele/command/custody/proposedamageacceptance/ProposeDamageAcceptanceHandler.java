package org.stele.command.custody.proposedamageacceptance;

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
import org.stele.command.custody.DamageRules;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.Rejected;
import org.stele.command.rules.FreeText;
import org.stele.events.FilingId;
import org.stele.events.Tags;
import org.stele.events.custody.CustodyMatter;
import org.stele.events.custody.DamageAcceptanceProposed;
import org.stele.events.custody.DamageAccepted;
import org.stele.eventstore.damage.Damage;
import org.stele.eventstore.damage.Damages;

/** Records that somebody proposed to accept damage, and exactly which damage. */
final class ProposeDamageAcceptanceHandler {

    private final Damages damages;

    ProposeDamageAcceptanceHandler(Damages damages) {
        this.damages = damages;
    }

    @CommandHandler
    void handle(ProposeDamageAcceptance command, @InjectEntity State state, EventAppender events) {
        DamageRules.requireKeeper(command.entry());
        events.append(decide(command, state, damages.at(command.position())));
    }

    static DamageAcceptanceProposed decide(ProposeDamageAcceptance command, State state, Optional<Damage> found) {
        CommandContext entry = command.entry();
        DamageRules.requireKeeper(entry);
        FreeText.require("reason", command.reason(), FreeText.MAX_REASON);
        Damage damage = DamageRules.require(command.position(), found, state.accepted);
        DamageAcceptanceProposed open = state.proposal;
        if (open != null && open.foundSha256().equals(DamageRules.digest(damage.foundSha256()))) {
            throw Rejected.lifecycle(
                    "damage-already-proposed",
                    open.proposedBy() + " has proposed to accept this damage of position " + command.position()
                            + ". Another person confirms it: POST .../damage-acceptance/confirmation.");
        }
        return new DamageAcceptanceProposed(
                CustodyMatter.DAMAGE,
                command.damage(),
                command.position(),
                DamageRules.leafHash(damage),
                DamageRules.digest(damage.foundSha256()),
                damage.found(),
                command.reason(),
                entry.actor().staffId());
    }

    /** The last proposal and decision about damage at the position. */
    @EventSourcedEntity
    record State(
            @Nullable DamageAcceptanceProposed proposal,
            @Nullable DamageAccepted accepted) {

        @EntityCreator
        State() {
            this(null, null);
        }

        @EventSourcingHandler
        State on(DamageAcceptanceProposed event) {
            return new State(event, accepted);
        }

        @EventSourcingHandler
        State on(DamageAccepted event) {
            return new State(null, event);
        }

        @EventCriteriaBuilder
        static EventCriteria criteria(FilingId damage, MessageTypeResolver types) {
            return EventCriteria.havingTags(Tags.DAMAGE, damage.toString())
                    .andBeingOneOfTypes(types, DamageAcceptanceProposed.class, DamageAccepted.class);
        }
    }
}
