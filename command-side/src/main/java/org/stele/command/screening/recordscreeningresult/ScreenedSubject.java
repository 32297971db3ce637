package org.stele.command.screening.recordscreeningresult;

import org.jspecify.annotations.Nullable;
import org.stele.command.entry.Rejected;
import org.stele.command.screening.ScreeningRules;
import org.stele.events.SubjectRef;
import org.stele.events.screening.Question;
import org.stele.events.screening.SubjectKind;
import org.stele.events.screening.Trigger;

/** Who was screened, and why. Each is null where it was not stated. */
public record ScreenedSubject(
        @Nullable SubjectRef subject,
        @Nullable SubjectKind subjectKind,
        @Nullable Question question,
        @Nullable Trigger trigger) {

    static ScreenedSubject unstated() {
        return new ScreenedSubject(null, null, null, null);
    }

    /** The same with what was stated when the screening was requested; other statements are refused. */
    ScreenedSubject on(ScreenedSubject request) {
        return new ScreenedSubject(
                same("subject", subject, request.subject),
                same("subjectKind", subjectKind, request.subjectKind),
                same("question", question, request.question),
                same("trigger", trigger, request.trigger));
    }

    /** The same, if all of it is stated, and fits. */
    Complete require() {
        Complete complete = new Complete(
                stated("subject", subject),
                stated("subjectKind", subjectKind),
                stated("question", question),
                stated("trigger", trigger));
        ScreeningRules.requireFitting(complete.question, complete.subjectKind);
        return complete;
    }

    private static <T> @Nullable T same(String field, @Nullable T now, @Nullable T requested) {
        if (now != null && requested != null && !now.equals(requested)) {
            throw Rejected.rule(
                    field,
                    "screening-request-differs",
                    "The screening was requested with another %s. Leave it out, or answer another screening."
                            .formatted(field));
        }
        return now == null ? requested : now;
    }

    private static <T> T stated(String field, @Nullable T value) {
        if (value == null) {
            throw Rejected.malformed(
                    field, "This field is required unless the answer is to a screening that states it.");
        }
        return value;
    }

    /** All of it. */
    record Complete(SubjectRef subject, SubjectKind subjectKind, Question question, Trigger trigger) {}
}
