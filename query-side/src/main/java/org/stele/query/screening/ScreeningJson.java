package org.stele.query.screening;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.NewYork;
import org.stele.events.Sha256Digest;
import org.stele.events.SubjectRef;
import org.stele.events.screening.Candidate;
import org.stele.events.screening.Disposition;
import org.stele.events.screening.Mark;
import org.stele.events.screening.Question;
import org.stele.events.screening.ReopeningCause;
import org.stele.events.screening.Screener;
import org.stele.events.screening.ScreenerSettings;
import org.stele.events.screening.ScreeningReopened;
import org.stele.events.screening.ScreeningVerdictProposed;
import org.stele.events.screening.SubjectKind;
import org.stele.events.screening.Trigger;
import org.stele.statefile.screening.ScreeningLens;
import org.stele.statefile.screening.ScreeningReading;
import org.stele.statefile.screening.ScreeningReading.Verdict;
import org.stele.statefile.screening.ScreeningResult;
import org.stele.statefile.screening.ScreeningStatus;
import org.stele.statefile.screening.ScreeningStep;
import org.stele.web.text.RecordedAt;

/**
 * One screening as JSON. In a result, null means that nobody stated it.
 *
 * @param disposition of the verdict confirmed last; null without one
 * @param confirmedOn the day in New York on which it was confirmed; null without one
 * @param reopenedOn the day on which it was reopened; null while it stands
 * @param details null where they are withheld from who asks
 */
@JsonPropertyOrder({"id", "memberState", "question", "disposition", "confirmedOn", "reopenedOn", "withheld", "details"})
record ScreeningJson(
        FilingId id,
        String memberState,
        @Nullable Question question,
        @Nullable Disposition disposition,
        @Nullable LocalDate confirmedOn,
        @Nullable LocalDate reopenedOn,
        boolean withheld,
        @Nullable Details details) {

    /** What AUDIT, CUSTODY and the State itself are given. Times are those of recording. */
    @JsonPropertyOrder({
        "subject",
        "subjectKind",
        "trigger",
        "status",
        "begunAt",
        "result",
        "proposal",
        "confirmation",
        "reopening",
        "supersededBy",
        "positions"
    })
    record Details(
            @Nullable SubjectRef subject,
            @Nullable SubjectKind subjectKind,
            @Nullable Trigger trigger,
            ScreeningStatus status,
            String begunAt,
            @Nullable Result result,
            @Nullable Proposal proposal,
            @Nullable Confirmation confirmation,
            @Nullable Reopening reopening,
            @Nullable FilingId supersededBy,
            List<Long> positions) {}

    @JsonPropertyOrder({
        "hits",
        "screenedAt",
        "screener",
        "listVersion",
        "settings",
        "candidatesCount",
        "bestScore",
        "marks"
    })
    record Result(
            boolean hits,
            String screenedAt,
            Screener screener,
            @Nullable Sha256Digest listVersion,
            ScreenerSettings settings,
            int candidatesCount,
            @Nullable BigDecimal bestScore,
            List<Mark> marks) {

        static Result of(ScreeningResult result) {
            return new Result(
                    result.hasHits(),
                    RecordedAt.text(result.recordedAt()),
                    result.screener(),
                    result.listVersion(),
                    result.settings(),
                    result.candidates().size(),
                    result.candidates().stream()
                            .map(Candidate::score)
                            .max(BigDecimal::compareTo)
                            .orElse(null),
                    result.marks());
        }
    }

    @JsonPropertyOrder({"analyst", "disposition", "proposedAt", "supersedes", "validUntil"})
    record Proposal(
            String analyst,
            Disposition disposition,
            String proposedAt,
            @Nullable FilingId supersedes,
            @Nullable LocalDate validUntil) {

        static Proposal of(ScreeningStep<ScreeningVerdictProposed> step) {
            ScreeningVerdictProposed event = step.event();
            return new Proposal(
                    event.analyst(),
                    event.disposition(),
                    RecordedAt.text(step.recordedAt()),
                    event.supersedes(),
                    event.validUntil());
        }
    }

    @JsonPropertyOrder({"analyst", "reviewer", "confirmedAt"})
    record Confirmation(String analyst, String reviewer, String confirmedAt) {

        static Confirmation of(Verdict verdict) {
            return new Confirmation(
                    verdict.confirmation().event().analyst(),
                    verdict.confirmation().event().reviewer(),
                    RecordedAt.text(verdict.confirmation().recordedAt()));
        }
    }

    @JsonPropertyOrder({"cause", "listVersion", "entries", "reopenedAt"})
    record Reopening(
            ReopeningCause cause, @Nullable Sha256Digest listVersion, List<String> entries, String reopenedAt) {

        static Reopening of(ScreeningStep<ScreeningReopened> step) {
            ScreeningReopened event = step.event();
            return new Reopening(
                    event.cause(), event.listVersion(), event.entries(), RecordedAt.text(step.recordedAt()));
        }
    }

    /** @param supersededBy the screening whose confirmed verdict replaces this one's; null where none does */
    static ScreeningJson of(ScreeningReading screening, ScreeningLens lens, @Nullable FilingId supersededBy) {
        Verdict verdict = screening.verdict();
        boolean isWhole = lens == ScreeningLens.WHOLE;
        return new ScreeningJson(
                screening.id(),
                screening.memberState().iso3(),
                screening.question(),
                verdict == null ? null : verdict.disposition(),
                verdict == null ? null : day(verdict.confirmation().recordedAt()),
                screening.reopening() == null ? null : day(screening.reopening().recordedAt()),
                !isWhole,
                isWhole ? details(screening, supersededBy) : null);
    }

    private static Details details(ScreeningReading screening, @Nullable FilingId supersededBy) {
        return new Details(
                screening.subject(),
                screening.subjectKind(),
                screening.trigger(),
                screening.status(),
                RecordedAt.text(screening.begunAt()),
                screening.result() == null ? null : Result.of(screening.result()),
                screening.proposal() == null ? null : Proposal.of(screening.proposal()),
                screening.verdict() == null ? null : Confirmation.of(screening.verdict()),
                screening.reopening() == null ? null : Reopening.of(screening.reopening()),
                supersededBy,
                screening.history().steps().stream()
                        .map(ScreeningStep::position)
                        .toList());
    }

    private static LocalDate day(Instant instant) {
        return NewYork.dayOf(instant);
    }
}
