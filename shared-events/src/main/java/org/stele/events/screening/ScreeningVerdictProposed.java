package org.stele.events.screening;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.Sealed;
import org.stele.events.Tags;

/**
 * An analyst proposed what the hits of a screening mean, candidate by candidate.
 *
 * @param disposition that follows from those of the candidates
 * @param candidates one for each candidate of the result; empty where an older build recorded it, or the result has none
 * @param reasonCode of the whole; null where the candidates have their own
 * @param rationale of the whole; null where the candidates have their own, and where it is sealed
 * @param nationality null where it was not looked at, and where it is sealed
 * @param indicators empty where they are sealed
 * @param analyst staff id of the analyst
 * @param supersedes the screening whose verdict this one replaces
 * @param validUntil the last day on which the verdict may be relied on
 * @param sealed {@link VerdictGrounds} under the key of the subject; null where an older build recorded it
 */
@Event(namespace = "screening", name = "ScreeningVerdictProposed", version = "3")
public record ScreeningVerdictProposed(
        @EventTag(key = Tags.MEMBER_STATE) MemberState memberState,
        @EventTag(key = Tags.SCREENING) FilingId screening,
        Disposition disposition,
        List<CandidateVerdict> candidates,
        @Nullable String reasonCode,
        @Nullable String rationale,
        @Nullable Nationality nationality,
        List<IndicatorFinding> indicators,
        String analyst,
        @EventTag(key = Tags.SUPERSEDES) @Nullable FilingId supersedes,
        @Nullable LocalDate validUntil,
        @Nullable Sealed sealed)
        implements CaseEvent {

    /** One whose grounds are in plain sight, as it is decided, and as older builds recorded it. */
    public ScreeningVerdictProposed(
            MemberState memberState,
            FilingId screening,
            Disposition disposition,
            List<CandidateVerdict> candidates,
            @Nullable String reasonCode,
            @Nullable String rationale,
            @Nullable Nationality nationality,
            List<IndicatorFinding> indicators,
            String analyst,
            @Nullable FilingId supersedes,
            @Nullable LocalDate validUntil) {
        this(
                memberState,
                screening,
                disposition,
                candidates,
                reasonCode,
                rationale,
                nationality,
                indicators,
                analyst,
                supersedes,
                validUntil,
                null);
    }

    /** What tells of the subject. */
    public VerdictGrounds grounds() {
        return new VerdictGrounds(candidates, rationale, nationality, indicators);
    }

    /** The same with its grounds under a key. */
    public ScreeningVerdictProposed withGrounds(Sealed box) {
        return new ScreeningVerdictProposed(
                memberState,
                screening,
                disposition,
                candidates.stream().map(CandidateVerdict::withoutRationale).toList(),
                reasonCode,
                null,
                null,
                List.of(),
                analyst,
                supersedes,
                validUntil,
                box);
    }

    public ScreeningVerdictProposed {
        candidates = List.copyOf(candidates);
        indicators = List.copyOf(indicators);
    }
}
