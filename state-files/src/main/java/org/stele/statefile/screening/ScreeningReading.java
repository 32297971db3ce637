package org.stele.statefile.screening;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.SubjectRef;
import org.stele.events.screening.Disposition;
import org.stele.events.screening.Question;
import org.stele.events.screening.ScreeningFailed;
import org.stele.events.screening.ScreeningReopened;
import org.stele.events.screening.ScreeningVerdictConfirmed;
import org.stele.events.screening.ScreeningVerdictProposed;
import org.stele.events.screening.SubjectKind;
import org.stele.events.screening.Trigger;

/**
 * How one screening stands. What has not happened yet, and what no event states, is null.
 *
 * @param failure of the last run; null where a result came since
 * @param result the last one
 * @param proposal the last one, in whatever became of it
 * @param verdict the one confirmed last
 * @param superseded the screenings whose verdicts its confirmed ones replaced, for good: whatever became of those since
 * @param reopening since that verdict was confirmed: while it is not null, no verdict stands
 */
public record ScreeningReading(
        ScreeningCase history,
        ScreeningStatus status,
        @Nullable SubjectRef subject,
        @Nullable SubjectKind subjectKind,
        @Nullable Question question,
        @Nullable Trigger trigger,
        @Nullable ScreeningStep<ScreeningFailed> failure,
        @Nullable ScreeningResult result,
        @Nullable ScreeningStep<ScreeningVerdictProposed> proposal,
        @Nullable Verdict verdict,
        List<FilingId> superseded,
        @Nullable ScreeningStep<ScreeningReopened> reopening) {

    public ScreeningReading {
        superseded = List.copyOf(superseded);
    }

    /**
     * A confirmed verdict, with what it is about.
     *
     * @param proposal that was confirmed; null where an older build recorded none
     * @param result that it judges; null likewise
     */
    public record Verdict(
            ScreeningStep<ScreeningVerdictConfirmed> confirmation,
            @Nullable ScreeningStep<ScreeningVerdictProposed> proposal,
            @Nullable ScreeningResult result) {

        public Disposition disposition() {
            return confirmation.event().disposition();
        }
    }

    public static ScreeningReading of(ScreeningCase history) {
        ScreeningFold fold = new ScreeningFold();
        history.steps().forEach(fold::apply);
        return fold.reading(history);
    }

    /**
     * What is in view of it; null where nothing is.
     *
     * @param end the first instant that is not in view
     */
    @Nullable
    ScreeningReading upTo(long treeSize, Instant end) {
        ScreeningCase part = history.upTo(treeSize, end);
        return part == null ? null : part == history ? this : of(part);
    }

    public FilingId id() {
        return history.id();
    }

    public MemberState memberState() {
        return history.memberState();
    }

    /** When it was asked for, or else when its first event was recorded. */
    public Instant begunAt() {
        return history.steps().getFirst().recordedAt();
    }

    /** The verdict, unless the screening was reopened since. */
    public @Nullable Verdict standing() {
        return reopening == null ? verdict : null;
    }
}
