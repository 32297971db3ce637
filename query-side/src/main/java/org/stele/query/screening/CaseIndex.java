package org.stele.query.screening;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.screening.Candidate;
import org.stele.events.screening.CandidateVerdict;
import org.stele.events.screening.CaseEvent;
import org.stele.events.screening.ScreeningClearedWithoutHit;
import org.stele.events.screening.ScreeningFailed;
import org.stele.events.screening.ScreeningHitsRecorded;
import org.stele.events.screening.ScreeningReopened;
import org.stele.events.screening.ScreeningRequested;
import org.stele.events.screening.ScreeningVerdictConfirmed;
import org.stele.events.screening.ScreeningVerdictProposed;
import org.stele.events.screening.ScreeningVerdictReturned;

/**
 * Makes the events of screenings small enough to keep all in memory: equal values are one object, and what only the page of one
 * screening shows is left out (feature scores, rationales, words of findings and failures). Used by one thread at a time.
 */
final class CaseIndex {

    /** Beyond it, what is shared is mostly what occurs once: the scores of millions of candidates. */
    private static final int MAX_SHARED = 200_000;

    private final Map<Object, Object> shared = new HashMap<>();

    /** @param id the screening's, so that all its events have one */
    CaseEvent small(CaseEvent event, FilingId id) {
        if (shared.size() > MAX_SHARED) {
            shared.clear();
        }
        MemberState state = event.memberState();
        return switch (event) {
            case ScreeningRequested e ->
                new ScreeningRequested(state, id, e.subject(), e.subjectKind(), e.question(), e.trigger());
            case ScreeningHitsRecorded e -> hits(e, id);
            case ScreeningClearedWithoutHit e ->
                new ScreeningClearedWithoutHit(
                        state,
                        id,
                        e.subject(),
                        e.subjectKind(),
                        e.question(),
                        e.trigger(),
                        e.screener(),
                        one(e.listVersion()),
                        one(e.settings()),
                        candidates(e.candidates()),
                        one(e.marks()));
            case ScreeningFailed e -> new ScreeningFailed(state, id, e.subject(), one(e.reasonCode()), null);
            case ScreeningVerdictProposed e -> proposed(e, id);
            case ScreeningVerdictConfirmed e ->
                new ScreeningVerdictConfirmed(
                        state, id, e.disposition(), one(e.analyst()), one(e.reviewer()), e.supersedes());
            case ScreeningVerdictReturned e ->
                new ScreeningVerdictReturned(state, id, one(e.analyst()), one(e.reviewer()), "", null);
            case ScreeningReopened e ->
                new ScreeningReopened(state, id, e.cause(), one(e.listVersion()), one(e.entries()), "");
        };
    }

    private ScreeningHitsRecorded hits(ScreeningHitsRecorded e, FilingId id) {
        return new ScreeningHitsRecorded(
                e.memberState(),
                id,
                e.subject(),
                e.subjectKind(),
                e.question(),
                e.trigger(),
                e.screener(),
                one(e.listVersion()),
                one(e.settings()),
                candidates(e.candidates()),
                one(e.marks()));
    }

    private ScreeningVerdictProposed proposed(ScreeningVerdictProposed e, FilingId id) {
        return new ScreeningVerdictProposed(
                e.memberState(),
                id,
                e.disposition(),
                e.candidates().stream()
                        .map(word -> one(new CandidateVerdict(
                                one(word.entry()), word.disposition(), one(word.reasonCode()), "")))
                        .toList(),
                one(e.reasonCode()),
                null,
                null,
                List.of(),
                one(e.analyst()),
                e.supersedes(),
                one(e.validUntil()));
    }

    private List<Candidate> candidates(List<Candidate> candidates) {
        return candidates.stream().map(this::small).toList();
    }

    private Candidate small(Candidate candidate) {
        BigDecimal score = one(candidate.score());
        return one(new Candidate(
                one(candidate.entry()), one(candidate.dataId()), score, candidate.match(), new TreeMap<>()));
    }

    @SuppressWarnings("unchecked")
    private <T extends @Nullable Object> T one(T value) {
        return value == null ? value : (T) shared.computeIfAbsent(value, same -> same);
    }
}
