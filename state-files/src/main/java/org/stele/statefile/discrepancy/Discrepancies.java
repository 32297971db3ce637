package org.stele.statefile.discrepancy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.discrepancies.DiscrepancySubject;
import org.stele.statefile.AnsweredDiscrepancy;
import org.stele.statefile.AnsweredDiscrepancy.Answer;
import org.stele.statefile.Days;
import org.stele.statefile.StateFile;
import org.stele.statefile.across.SharedSubjects;
import org.stele.statefile.discrepancy.Discrepancy.Status;
import org.stele.statefile.inview.AsOf;
import org.stele.statefile.inview.InView;

/** The discrepancies of one State that are in view for a pair of dates (4.5), in {@link Discrepancy#ORDER}. */
public final class Discrepancies {

    /** The one that counts last: the later day, then the higher position. */
    private static final Comparator<Answer> BY_DAY =
            Comparator.comparing(Answer::on).thenComparing(Answer::position);

    private Discrepancies() {}

    /** @param shared what the filings of other States say of the same subjects */
    public static List<Discrepancy> of(StateFile file, InView inView, AsOf cut, SharedSubjects shared) {
        Evaluation evaluation = new Evaluation(inView, cut.effectiveOn());
        new ReportRules(evaluation).find();
        new StockRules(evaluation).find();
        new EvidenceRules(evaluation).find();
        shared.pairs().forEach(pair -> evaluation.found(Finding.of(pair)));
        Map<FilingId, List<Answer>> answers = answers(file.answered(), cut.knownOn());
        return evaluation.findings().stream()
                .map(finding -> discrepancy(file.memberState(), finding, answers))
                .sorted(Discrepancy.ORDER)
                .toList();
    }

    private static Map<FilingId, List<Answer>> answers(List<AnsweredDiscrepancy> answered, LocalDate knownOn) {
        Map<FilingId, List<Answer>> answers = new HashMap<>();
        for (AnsweredDiscrepancy one : answered) {
            answers.put(
                    one.id(),
                    one.answers().stream()
                            .filter(answer -> Days.isBy(answer.on(), knownOn))
                            .sorted(BY_DAY)
                            .toList());
        }
        return answers;
    }

    private static Discrepancy discrepancy(MemberState state, Finding finding, Map<FilingId, List<Answer>> answers) {
        DiscrepancySubject subject = finding.subject();
        // Most States answered nothing: an id costs a hash.
        List<Answer> given = answers.isEmpty() ? List.of() : answers.getOrDefault(subject.id(state), List.of());
        return new Discrepancy(state, subject, finding.a(), finding.b(), status(subject, given), given);
    }

    private static Status status(DiscrepancySubject subject, List<Answer> given) {
        if (given.isEmpty() || !given.getLast().subject().figures().equals(subject.figures())) {
            return Status.OPEN;
        }
        return switch (given.getLast().kind()) {
            case EXPLAINED -> Status.EXPLAINED;
            case RESOLVED -> Status.RESOLVED;
        };
    }
}
