package org.stele.command.screening.proposeverdict;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.events.MemberState;
import org.stele.events.Sha256Digest;
import org.stele.events.SubjectRef;
import org.stele.events.screening.Candidate;
import org.stele.events.screening.Question;
import org.stele.events.screening.ScreeningClearedWithoutHit;
import org.stele.events.screening.ScreeningHitsRecorded;
import org.stele.events.screening.SubjectKind;

/**
 * One screening as a verdict finds it.
 *
 * @param result null before there is one
 */
record VerdictCase(
        MemberState memberState, Stage stage, @Nullable Result result) {

    /** The stages of a screening. */
    enum Stage {
        UNANSWERED,
        OPEN,
        PROPOSED,
        CONFIRMED
    }

    /**
     * What the screener answered.
     *
     * @param entries of the candidates that need a verdict, each once; empty where there was no hit
     * @param listVersion null where nobody stated it
     */
    record Result(
            SubjectRef subject,
            SubjectKind subjectKind,
            Question question,
            @Nullable Sha256Digest listVersion,
            List<String> entries) {

        static Result of(ScreeningHitsRecorded event) {
            return new Result(
                    event.subject(),
                    event.subjectKind(),
                    event.question(),
                    event.listVersion(),
                    event.candidates().stream().map(Candidate::entry).distinct().toList());
        }

        static Result of(ScreeningClearedWithoutHit event) {
            return new Result(event.subject(), event.subjectKind(), event.question(), event.listVersion(), List.of());
        }
    }

    VerdictCase at(Stage next) {
        return new VerdictCase(memberState, next, result);
    }
}
