package org.stele.command.custody.confirmdamageacceptance;

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
import org.stele.events.FilingId;
import org.stele.events.Tags;
import org.stele.events.custody.CustodyMatter;
import org.stele.events.custody.DamageAcceptanceProposed;
import org.stele.events.custody.DamageAccepted;
import org.stele.eventstore.damage.Damage;
import org.stele.eventstore.damage.Damages;

/** Records that a second person accepted damage, exactly as it was proposed. */
final class ConfirmDamageAcceptanceHandler {

    private final Damages damages;

    ConfirmDamageAcceptanceHandler(Damages damages) {
        this.damages = damages;
    }

    @CommandHandler
    void handle(ConfirmDamageAcceptance command, @InjectEntity State state, EventAppender events) {
        DamageRules.requireKeeper(command.entry());
        events.append(decide(command, state, damages.at(command.position())));
    }

    static DamageAccepted decide(ConfirmDamageAcceptance command, State state, Optional<Damage> found) {
        CommandContext entry = command.entry();
        DamageRules.requireKeeper(entry);
        Damage damage = DamageRules.require(command.position(), found, state.accepted);
        DamageAcceptanceProposed proposal = requireProposalOfAnother(command.position(), state.proposal, entry);
        if (!proposal.foundSha256().equals(DamageRules.digest(damage.foundSha256()))
                || !proposal.leafHash().equals(DamageRules.leafHash(damage))) {
            throw Rejected.lifecycle(
                    "damage-changed",
                    "Position " + command.position() + " holds something else than when " + proposal.proposedBy()
                            + " proposed to accept it. Look at it again, and propose anew.");
        }
        return new DamageAccepted(
                CustodyMatter.DAMAGE,
                command.damage(),
                command.position(),
                proposal.leafHash(),
                proposal.foundSha256(),
                proposal.found(),
                proposal.reason(),
                proposal.proposedBy(),
                entry.actor().staffId());
    }

    private static DamageAcceptanceProposed requireProposalOfAnother(
            long position, @Nullable DamageAcceptanceProposed proposal, CommandContext second) {
        if (proposal == null) {
            throw Rejected.lifecycle(
                    "damage-not-proposed",
                    "Nobody has proposed to accept damage of position " + position
                            + ". Propose it first: POST .../damage-acceptance.");
        }
        if (proposal.proposedBy().equalsIgnoreCase(second.actor().staffId())) {
            throw Rejected.rule("four-eyes", proposal.proposedBy() + " proposed this. Another person must confirm it.");
        }
        return proposal;
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
