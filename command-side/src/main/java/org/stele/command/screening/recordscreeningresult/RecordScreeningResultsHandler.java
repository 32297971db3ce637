package org.stele.command.screening.recordscreeningresult;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.stele.command.entry.Rejected;
import org.stele.command.screening.ScreeningIds;
import org.stele.events.FilingId;
import org.stele.events.Role;
import org.stele.events.screening.CaseEvent;
import org.stele.events.screening.ScreeningClearedWithoutHit;
import org.stele.events.screening.ScreeningFailed;
import org.stele.events.screening.ScreeningHitsRecorded;
import org.stele.events.screening.ScreeningRequested;

/** Records an answer about several subjects, each as if it came alone: all of it or nothing. */
final class RecordScreeningResultsHandler {

    @CommandHandler
    void handle(RecordScreeningResults command, @InjectEntity State state, EventAppender events) {
        events.append(decide(command, state));
    }

    static List<CaseEvent> decide(RecordScreeningResults command, State state) {
        command.entry().requireRole(Role.SCREENING_ANALYST);
        if (Set.copyOf(command.filings()).size() < command.filings().size()) {
            throw Rejected.malformed("subjects", "Name each screening once: it is answered once.");
        }
        List<CaseEvent> events = new ArrayList<>();
        for (int index = 0; index < command.results().size(); index++) {
            RecordScreeningResult result = command.results().get(index);
            try {
                events.add(RecordScreeningResultHandler.decide(result, state.of(result.filing())));
            } catch (Rejected refusal) {
                // A key may be a name: it is not repeated.
                throw refusal.about("subjects[%s]".formatted(index));
            }
        }
        return events;
    }

    /** What is on record about each of the screenings. */
    @EventSourcedEntity
    record State(Map<FilingId, RecordScreeningResultHandler.State> screenings) {

        @EntityCreator
        State() {
            this(Map.of());
        }

        RecordScreeningResultHandler.State of(FilingId screening) {
            return screenings.getOrDefault(screening, new RecordScreeningResultHandler.State());
        }

        @EventSourcingHandler
        State on(ScreeningRequested event) {
            return with(event, of(event.screening()).on(event));
        }

        @EventSourcingHandler
        State on(ScreeningFailed event) {
            return with(event, of(event.screening()).on(event));
        }

        @EventSourcingHandler
        State on(ScreeningHitsRecorded event) {
            return with(event, of(event.screening()).on(event));
        }

        @EventSourcingHandler
        State on(ScreeningClearedWithoutHit event) {
            return with(event, of(event.screening()).on(event));
        }

        @EventCriteriaBuilder
        static EventCriteria criteria(ScreeningIds screenings, MessageTypeResolver types) {
            return EventCriteria.either(screenings.all().stream()
                    .map(screening -> RecordScreeningResultHandler.State.criteria(screening, types))
                    .toList());
        }

        private State with(CaseEvent event, RecordScreeningResultHandler.State known) {
            Map<FilingId, RecordScreeningResultHandler.State> changed = new HashMap<>(screenings);
            changed.put(event.screening(), known);
            return new State(Map.copyOf(changed));
        }
    }
}
