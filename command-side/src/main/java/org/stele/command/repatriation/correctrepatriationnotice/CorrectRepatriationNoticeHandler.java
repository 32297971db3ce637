package org.stele.command.repatriation.correctrepatriationnotice;

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
import org.stele.command.repatriation.NoticeRules;
import org.stele.command.rules.FreeText;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.events.Role;
import org.stele.events.Tags;
import org.stele.events.repatriation.RepatriationNoticeCorrected;
import org.stele.events.repatriation.RepatriationNoticeRecorded;
import org.stele.events.repatriation.RepatriationNoticeWithdrawn;
import org.stele.events.seal.Seals;

/** Adds a version to a notice that was not withdrawn. */
final class CorrectRepatriationNoticeHandler {

    private final Seals seals;

    CorrectRepatriationNoticeHandler(Seals seals) {
        this.seals = seals;
    }

    @CommandHandler
    void handle(CorrectRepatriationNotice command, @InjectEntity State state, EventAppender events) {
        RepatriationNoticeCorrected decided = decide(command, state);
        events.append(new RepatriationNoticeCorrected(
                decided.memberState(),
                decided.notice(),
                decided.version(),
                NoticeRules.sealed(command.entry().created(), decided.content(), decided.notice(), seals),
                decided.reason(),
                decided.received()));
    }

    /** The decision before subjects are sealed. */
    static RepatriationNoticeCorrected decide(CorrectRepatriationNotice command, State state) {
        CommandContext entry = command.entry();
        entry.requireRole(Role.SIGNATORY, Role.REGISTRAR);
        NoticeRules.require(entry, command.content());
        FreeText.require("reason", command.reason(), FreeText.MAX_REASON);
        PartialDate received = entry.dateOrToday("received", command.received());
        MemberState owner = entry.requireOnRecord("notice", command.notice(), state.memberState);
        requireNotWithdrawn(state);
        return new RepatriationNoticeCorrected(
                owner, command.notice(), state.latestVersion + 1, command.content(), command.reason(), received);
    }

    private static void requireNotWithdrawn(State state) {
        if (state.withdrawn) {
            throw Rejected.lifecycle("notice-withdrawn", "The notice was withdrawn. Record another one in its place.");
        }
    }

    /** The notice's State, its number of versions, and whether it was withdrawn. */
    @EventSourcedEntity
    record State(@Nullable MemberState memberState, int latestVersion, boolean withdrawn) {

        @EntityCreator
        State() {
            this(null, 0, false);
        }

        @EventSourcingHandler
        State on(RepatriationNoticeRecorded event) {
            return new State(event.memberState(), 1, withdrawn);
        }

        @EventSourcingHandler
        State on(RepatriationNoticeCorrected event) {
            return new State(memberState, event.version(), withdrawn);
        }

        @EventSourcingHandler
        State on(RepatriationNoticeWithdrawn event) {
            return new State(memberState, latestVersion, true);
        }

        @EventCriteriaBuilder
        static EventCriteria criteria(FilingId notice, MessageTypeResolver types) {
            return EventCriteria.havingTags(Tags.NOTICE, notice.toString())
                    .andBeingOneOfTypes(
                            types,
                            RepatriationNoticeRecorded.class,
                            RepatriationNoticeCorrected.class,
                            RepatriationNoticeWithdrawn.class);
        }
    }
}
