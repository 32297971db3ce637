package org.stele.command.screening.recordscreeningresult;

import java.util.List;
import java.util.regex.Pattern;
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
import org.stele.command.rules.Codes;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.Role;
import org.stele.events.Tags;
import org.stele.events.screening.CaseEvent;
import org.stele.events.screening.ScreenerSettings;
import org.stele.events.screening.ScreeningClearedWithoutHit;
import org.stele.events.screening.ScreeningFailed;
import org.stele.events.screening.ScreeningHitsRecorded;
import org.stele.events.screening.ScreeningRequested;

/** Records a screener's answer: hits where a candidate reaches the threshold, no hit otherwise, or that there is none. */
final class RecordScreeningResultHandler {

    static final int MAX_CANDIDATES = 100;
    static final int MAX_FEATURES = 50;

    /** Both look like the number of a passport, and hold a DATAID. */
    private static final Pattern ID_WITH_DATA_ID = Pattern.compile("(?:unsc|UN)-\\d{1,12}");

    @CommandHandler
    void handle(RecordScreeningResult command, @InjectEntity State state, EventAppender events) {
        events.append(decide(command, state));
    }

    static CaseEvent decide(RecordScreeningResult command, State state) {
        CommandContext entry = command.entry();
        entry.requireRole(Role.SCREENING_ANALYST);
        requireNamed(command.settings());
        requireBounded(command.found());
        MemberState owner = command.isRequested()
                ? entry.requireOnRecord("screening", command.filing(), state.memberState)
                : entry.stateOfFiling(null);
        if (state.isAnswered) {
            throw Rejected.lifecycle(
                    "screening-already-answered",
                    "The screening has its result. Record this one as another screening.");
        }
        ScreenedSubject.Complete subject = command.subject().on(state.requested).require();
        if (command.failure() != null) {
            return new ScreeningFailed(owner, command.filing(), subject.subject(), command.failure(), null);
        }
        Findings findings = Findings.of(command);
        return findings.hasHit() ? hits(owner, command, subject, findings) : cleared(owner, command, subject, findings);
    }

    private static void requireNamed(ScreenerSettings settings) {
        if (settings.algorithm() != null) {
            Codes.require("algorithm", settings.algorithm());
        }
        if (settings.version() != null) {
            Codes.require("algorithmVersion", settings.version());
        }
    }

    private static void requireBounded(List<FoundCandidate> found) {
        if (found.size() > MAX_CANDIDATES) {
            throw Rejected.malformed(
                    "candidates",
                    "Expected at most %s candidates, got %s. Raise the cutoff."
                            .formatted(MAX_CANDIDATES, found.size()));
        }
        for (int index = 0; index < found.size(); index++) {
            String field = "candidates[%s].".formatted(index);
            FoundCandidate candidate = found.get(index);
            if (!ID_WITH_DATA_ID.matcher(candidate.id()).matches()) {
                Codes.require(field + "entryReference", candidate.id());
            }
            if (candidate.reference() != null) {
                Codes.require(field + "entryReference", candidate.reference());
            }
            if (candidate.features().size() > MAX_FEATURES) {
                throw Rejected.malformed(field + "features", "Expected at most %s features.".formatted(MAX_FEATURES));
            }
            candidate.features().keySet().forEach(name -> Codes.require(field + "features", name));
        }
    }

    private static ScreeningHitsRecorded hits(
            MemberState state, RecordScreeningResult command, ScreenedSubject.Complete subject, Findings findings) {
        return new ScreeningHitsRecorded(
                state,
                command.filing(),
                subject.subject(),
                subject.subjectKind(),
                subject.question(),
                subject.trigger(),
                command.screener(),
                command.listVersion(),
                command.settings(),
                findings.candidates(),
                findings.marks());
    }

    private static ScreeningClearedWithoutHit cleared(
            MemberState state, RecordScreeningResult command, ScreenedSubject.Complete subject, Findings findings) {
        return new ScreeningClearedWithoutHit(
                state,
                command.filing(),
                subject.subject(),
                subject.subjectKind(),
                subject.question(),
                subject.trigger(),
                command.screener(),
                command.listVersion(),
                command.settings(),
                findings.candidates(),
                findings.marks());
    }

    /**
     * What is on record about the screening.
     *
     * @param requested as far as it was stated before
     */
    @EventSourcedEntity
    record State(@Nullable MemberState memberState, ScreenedSubject requested, boolean isAnswered) {

        @EntityCreator
        State() {
            this(null, ScreenedSubject.unstated(), false);
        }

        @EventSourcingHandler
        State on(ScreeningRequested event) {
            return new State(
                    event.memberState(),
                    new ScreenedSubject(event.subject(), event.subjectKind(), event.question(), event.trigger()),
                    false);
        }

        @EventSourcingHandler
        State on(ScreeningFailed event) {
            ScreenedSubject failed = new ScreenedSubject(event.subject(), null, null, null);
            return new State(event.memberState(), failed.on(requested), isAnswered);
        }

        @EventSourcingHandler
        State on(ScreeningHitsRecorded event) {
            return new State(event.memberState(), requested, true);
        }

        @EventSourcingHandler
        State on(ScreeningClearedWithoutHit event) {
            return new State(event.memberState(), requested, true);
        }

        @EventCriteriaBuilder
        static EventCriteria criteria(FilingId screening, MessageTypeResolver types) {
            return EventCriteria.havingTags(Tags.SCREENING, screening.toString())
                    .andBeingOneOfTypes(
                            types,
                            ScreeningRequested.class,
                            ScreeningFailed.class,
                            ScreeningHitsRecorded.class,
                            ScreeningClearedWithoutHit.class);
        }
    }
}
