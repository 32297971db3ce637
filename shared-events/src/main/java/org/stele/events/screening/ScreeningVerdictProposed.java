package org.stele.events.screening;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.Tags;

/**
 * An analyst proposed what the hits of a screening mean, candidate by candidate.
 *
 * @param disposition that follows from those of the candidates
 * @param candidates one for each candidate of the result; empty where an older build recorded it, or the result has none
 * @param reasonCode of the whole; null where the candidates have their own
 * @param rationale of the whole; null where the candidates have their own
 * @param nationality null where it was not looked at
 * @param analyst staff id of the analyst
 * @param supersedes the screening whose verdict this one replaces
 * @param validUntil the last day on which the verdict may be relied on
 */
@Event(namespace = "screening", name = "ScreeningVerdictProposed", version = "2")
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
        @Nullable LocalDate validUntil)
        implements CaseEvent {

    public ScreeningVerdictProposed {
        candidates = List.copyOf(candidates);
        indicators = List.copyOf(indicators);
    }
}
