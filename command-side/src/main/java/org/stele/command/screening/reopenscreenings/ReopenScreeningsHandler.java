package org.stele.command.screening.reopenscreenings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
import org.stele.command.screening.ScreeningIds;
import org.stele.command.screening.reopenscreenings.ReopenScreenings.LostVerdict;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.Tags;
import org.stele.events.screening.ScreeningReopened;
import org.stele.events.screening.ScreeningVerdictConfirmed;

/**
 * Records that confirmed verdicts were reopened, those of them that still stand. Each confirmation is reopened once at most,
 * whoever finds it and however often.
 */
final class ReopenScreeningsHandler {

    @CommandHandler
    void handle(ReopenScreenings command, @InjectEntity State state, EventAppender events) {
        events.append(decide(command, state));
    }

    static List<ScreeningReopened> decide(ReopenScreenings command, State state) {
        MemberState own = command.entry().actor().memberState();
        List<ScreeningReopened> reopened = new ArrayList<>();
        for (LostVerdict lost : command.lost()) {
            Verdict verdict = state.verdicts.get(lost.screening());
            if (verdict != null
                    && verdict.stands(lost.confirmation())
                    && (own == null || own == verdict.memberState())) {
                reopened.add(reopened(command, lost, verdict.memberState()));
            }
        }
        if (reopened.isEmpty()) {
            throw Rejected.lifecycle(
                    "verdict-not-confirmed", "None of the verdicts stands any more: nothing is to be reopened.");
        }
        return reopened;
    }

    private static ScreeningReopened reopened(ReopenScreenings command, LostVerdict lost, MemberState owner) {
        return new ScreeningReopened(
                owner, lost.screening(), command.cause(), command.listVersion(), lost.entries(), lost.reason());
    }

    /**
     * The verdict of a screening that was confirmed last.
     *
     * @param confirmation which of the screening's it is, from 1
     * @param isOver whether it was reopened or superseded since
     */
    private record Verdict(MemberState memberState, int confirmation, boolean isOver) {

        boolean stands(int confirmed) {
            return !isOver && confirmation == confirmed;
        }

        Verdict over() {
            return new Verdict(memberState, confirmation, true);
        }
    }

    /** The verdicts of the screenings. It changes with each event: a copy for each of a thousand would cost too much. */
    @EventSourcedEntity
    static final class State {

        private final Map<FilingId, Verdict> verdicts = new HashMap<>();

        @EntityCreator
        State() {}

        @EventSourcingHandler
        void on(ScreeningVerdictConfirmed event) {
            verdicts.compute(
                    event.screening(),
                    (_, before) ->
                            new Verdict(event.memberState(), before == null ? 1 : before.confirmation() + 1, false));
            if (event.supersedes() != null) {
                verdicts.computeIfPresent(event.supersedes(), (_, verdict) -> verdict.over());
            }
        }

        @EventSourcingHandler
        void on(ScreeningReopened event) {
            verdicts.computeIfPresent(event.screening(), (_, verdict) -> verdict.over());
        }

        @EventCriteriaBuilder
        static EventCriteria criteria(ScreeningIds screenings, MessageTypeResolver types) {
            return EventCriteria.either(screenings.all().stream()
                    .flatMap(screening -> Stream.of(
                            EventCriteria.havingTags(Tags.SCREENING, screening.toString())
                                    .andBeingOneOfTypes(
                                            types, ScreeningVerdictConfirmed.class, ScreeningReopened.class),
                            EventCriteria.havingTags(Tags.SUPERSEDES, screening.toString())
                                    .andBeingOneOfTypes(types, ScreeningVerdictConfirmed.class)))
                    .toList());
        }
    }
}
