package org.stele.statefile.screening;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.SubjectRef;
import org.stele.events.screening.CaseEvent;
import org.stele.events.screening.Question;
import org.stele.events.screening.ScreeningClearedWithoutHit;
import org.stele.events.screening.ScreeningFailed;
import org.stele.events.screening.ScreeningHitsRecorded;
import org.stele.events.screening.ScreeningReopened;
import org.stele.events.screening.ScreeningRequested;
import org.stele.events.screening.ScreeningVerdictConfirmed;
import org.stele.events.screening.ScreeningVerdictProposed;
import org.stele.events.screening.ScreeningVerdictReturned;
import org.stele.events.screening.SubjectKind;
import org.stele.events.screening.Trigger;
import org.stele.statefile.screening.ScreeningReading.Verdict;

/** One pass over the events of one screening. */
final class ScreeningFold {

    private ScreeningStatus status = ScreeningStatus.REQUESTED;
    private @Nullable SubjectRef subject;
    private @Nullable SubjectKind subjectKind;
    private @Nullable Question question;
    private @Nullable Trigger trigger;
    private @Nullable ScreeningStep<ScreeningFailed> failure;
    private @Nullable ScreeningResult result;
    private @Nullable ScreeningStep<ScreeningVerdictProposed> proposal;
    private @Nullable Verdict verdict;
    private final List<FilingId> superseded = new ArrayList<>(0);
    private @Nullable ScreeningStep<ScreeningReopened> reopening;

    void apply(ScreeningStep<?> step) {
        switch (step.event()) {
            case ScreeningRequested e -> {
                subject = e.subject();
                about(e.subjectKind(), e.question(), e.trigger());
                status = ScreeningStatus.REQUESTED;
            }
            case ScreeningHitsRecorded _ -> answered(step, ScreeningStatus.HITS_FOUND);
            case ScreeningClearedWithoutHit _ -> answered(step, ScreeningStatus.NO_HIT);
            case ScreeningFailed e -> {
                subject = e.subject();
                failure = dated(step, e);
                status = ScreeningStatus.FAILED;
            }
            case ScreeningVerdictProposed e -> {
                proposal = dated(step, e);
                status = ScreeningStatus.PROPOSED;
            }
            case ScreeningVerdictConfirmed e -> {
                verdict = new Verdict(dated(step, e), proposal, result);
                FilingId replaced = proposal == null ? null : proposal.event().supersedes();
                if (replaced != null && !superseded.contains(replaced)) {
                    superseded.add(replaced);
                }
                reopening = null;
                status = ScreeningStatus.CONFIRMED;
            }
            case ScreeningVerdictReturned _ -> status = ScreeningStatus.RETURNED;
            case ScreeningReopened e -> {
                reopening = dated(step, e);
                status = ScreeningStatus.REOPENED;
            }
        }
    }

    private void answered(ScreeningStep<?> step, ScreeningStatus now) {
        ScreeningResult answer = ScreeningResult.of(step);
        if (answer != null) {
            subject = answer.subject();
            about(answer.subjectKind(), answer.question(), answer.trigger());
            result = answer;
            failure = null;
            status = now;
        }
    }

    private void about(SubjectKind kind, Question asked, Trigger why) {
        subjectKind = kind;
        question = asked;
        trigger = why;
    }

    private static <E extends CaseEvent> ScreeningStep<E> dated(ScreeningStep<?> step, E event) {
        return new ScreeningStep<>(step.position(), step.recordedAt(), event);
    }

    ScreeningReading reading(ScreeningCase history) {
        return new ScreeningReading(
                history,
                status,
                subject,
                subjectKind,
                question,
                trigger,
                failure,
                result,
                proposal,
                verdict,
                superseded,
                reopening);
    }
}
