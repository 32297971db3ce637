package org.stele.command.screening.proposeverdict;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
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
import org.stele.command.screening.proposeverdict.ProposeVerdict.WholeVerdict;
import org.stele.command.screening.proposeverdict.VerdictCase.Result;
import org.stele.command.screening.proposeverdict.VerdictCase.Stage;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.Role;
import org.stele.events.Sha256Digest;
import org.stele.events.Tags;
import org.stele.events.screening.CandidateVerdict;
import org.stele.events.screening.CaseEvent;
import org.stele.events.screening.Disposition;
import org.stele.events.screening.ScreeningClearedWithoutHit;
import org.stele.events.screening.ScreeningFailed;
import org.stele.events.screening.ScreeningHitsRecorded;
import org.stele.events.screening.ScreeningReopened;
import org.stele.events.screening.ScreeningRequested;
import org.stele.events.screening.ScreeningVerdictConfirmed;
import org.stele.events.screening.ScreeningVerdictProposed;
import org.stele.events.screening.ScreeningVerdictReturned;

/** Records a proposed verdict on a screening that has a result and no verdict pending or confirmed. */
final class ProposeVerdictHandler {

    private final Predicate<Sha256Digest> isListOnRecord;
    private final GroundsSealing sealing;

    /** @param isListOnRecord whether a list version was loaded; once it was, that stays true */
    ProposeVerdictHandler(Predicate<Sha256Digest> isListOnRecord, GroundsSealing sealing) {
        this.isListOnRecord = isListOnRecord;
        this.sealing = sealing;
    }

    @CommandHandler
    void handle(ProposeVerdict command, @InjectEntity State state, EventAppender events) {
        ScreeningVerdictProposed decided = decide(command, state, isListOnRecord);
        VerdictCase screening = Objects.requireNonNull(state.screenings.get(command.filing()));
        Result result = Objects.requireNonNull(screening.result());
        events.append(sealing.seal(command.entry().created(), decided, result.subject()));
    }

    /** The decision before its grounds are sealed. */
    static ScreeningVerdictProposed decide(
            ProposeVerdict command, State state, Predicate<Sha256Digest> isListOnRecord) {
        CommandContext entry = command.entry();
        entry.requireRole(Role.SCREENING_ANALYST);
        VerdictRules.requireTexts(command);
        VerdictCase screening = state.screenings.get(command.filing());
        MemberState owner = entry.requireOnRecord(
                "screening", command.filing(), screening == null ? null : screening.memberState());
        Result result = VerdictRules.requireDecidable(Objects.requireNonNull(screening));
        VerdictRules.requireKnownList(result, isListOnRecord);
        VerdictRules.requireNationality(command.nationality(), result);
        VerdictRules.requireIndicators(command.indicators(), result);
        FilingId supersedes = command.screenings().supersedes();
        VerdictRules.requireSuperseded(
                command.screenings(), supersedes == null ? null : state.screenings.get(supersedes), owner, result);
        VerdictRules.requireNotReplaced(command.screenings(), state.replacements);
        List<CandidateVerdict> candidates = VerdictRules.requireEachCandidate(command, result);
        return proposed(command, owner, candidates);
    }

    private static ScreeningVerdictProposed proposed(
            ProposeVerdict command, MemberState owner, List<CandidateVerdict> candidates) {
        WholeVerdict whole = candidates.isEmpty() ? requireWhole(command.whole()) : null;
        return new ScreeningVerdictProposed(
                owner,
                command.filing(),
                whole == null ? following(candidates) : whole.disposition(),
                candidates,
                whole == null ? null : whole.reasonCode(),
                whole == null ? null : whole.rationale(),
                command.nationality(),
                command.indicators(),
                command.entry().actor().staffId(),
                command.screenings().supersedes(),
                command.validUntil());
    }

    private static WholeVerdict requireWhole(@Nullable WholeVerdict whole) {
        if (whole == null) {
            throw Rejected.malformed("disposition", "This field is required where the result has no candidates.");
        }
        return whole;
    }

    /** The disposition that follows from those of the candidates (rules, section 5). */
    private static Disposition following(List<CandidateVerdict> candidates) {
        List<Disposition> all =
                candidates.stream().map(CandidateVerdict::disposition).toList();
        if (all.contains(Disposition.TRUE_MATCH)) {
            return Disposition.TRUE_MATCH;
        }
        return all.contains(Disposition.INCONCLUSIVE) ? Disposition.INCONCLUSIVE : Disposition.FALSE_POSITIVE;
    }

    /**
     * The screening of the verdict, and the one whose verdict it replaces.
     *
     * @param replacements which replace that verdict, among others
     */
    @EventSourcedEntity
    record State(Map<FilingId, VerdictCase> screenings, Replacements replacements) {

        @EntityCreator
        State() {
            this(Map.of(), Replacements.NONE);
        }

        @EventSourcingHandler
        State on(ScreeningRequested event) {
            return with(event, new VerdictCase(event.memberState(), Stage.UNANSWERED, null));
        }

        @EventSourcingHandler
        State on(ScreeningFailed event) {
            return with(event, new VerdictCase(event.memberState(), Stage.UNANSWERED, null));
        }

        @EventSourcingHandler
        State on(ScreeningHitsRecorded event) {
            return with(event, new VerdictCase(event.memberState(), Stage.OPEN, Result.of(event)));
        }

        @EventSourcingHandler
        State on(ScreeningClearedWithoutHit event) {
            return with(event, new VerdictCase(event.memberState(), Stage.OPEN, Result.of(event)));
        }

        @EventSourcingHandler
        State on(ScreeningVerdictProposed event) {
            return at(event, Stage.PROPOSED).with(replacements.with(event));
        }

        @EventSourcingHandler
        State on(ScreeningVerdictReturned event) {
            return at(event, Stage.OPEN).with(replacements.with(event));
        }

        @EventSourcingHandler
        State on(ScreeningVerdictConfirmed event) {
            return at(event, Stage.CONFIRMED).with(replacements.with(event));
        }

        @EventSourcingHandler
        State on(ScreeningReopened event) {
            return at(event, Stage.OPEN);
        }

        @EventCriteriaBuilder
        static EventCriteria criteria(VerdictScreenings screenings, MessageTypeResolver types) {
            FilingId supersedes = screenings.supersedes();
            EventCriteria own = ofOne(screenings.screening(), types);
            return supersedes == null
                    ? own
                    : EventCriteria.either(own, ofOne(supersedes, types), replacing(supersedes, types));
        }

        /** The verdicts, on whatever screenings, that replace that of one screening. */
        private static EventCriteria replacing(FilingId superseded, MessageTypeResolver types) {
            return EventCriteria.havingTags(Tags.SUPERSEDES, superseded.toString())
                    .andBeingOneOfTypes(
                            types,
                            ScreeningVerdictProposed.class,
                            ScreeningVerdictReturned.class,
                            ScreeningVerdictConfirmed.class);
        }

        private static EventCriteria ofOne(FilingId screening, MessageTypeResolver types) {
            return EventCriteria.havingTags(Tags.SCREENING, screening.toString())
                    .andBeingOneOfTypes(
                            types,
                            ScreeningRequested.class,
                            ScreeningFailed.class,
                            ScreeningHitsRecorded.class,
                            ScreeningClearedWithoutHit.class,
                            ScreeningVerdictProposed.class,
                            ScreeningVerdictReturned.class,
                            ScreeningVerdictConfirmed.class,
                            ScreeningReopened.class);
        }

        private State at(CaseEvent event, Stage stage) {
            VerdictCase known = screenings.get(event.screening());
            return known == null ? this : with(event, known.at(stage));
        }

        private State with(CaseEvent event, VerdictCase screening) {
            Map<FilingId, VerdictCase> changed = new HashMap<>(screenings);
            changed.put(event.screening(), screening);
            return new State(Map.copyOf(changed), replacements);
        }

        private State with(Replacements known) {
            return new State(screenings, known);
        }
    }
}
