package org.stele.statefile.discrepancy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
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

/**
 * The discrepancies of one State that are in view for a pair of dates (4.5). They are looked for when somebody asks: whether one is
 * open costs less than all of them.
 */
public final class Discrepancies {

    /** The one that counts last: the later day, then the higher position. */
    private static final Comparator<Answer> BY_DAY =
            Comparator.comparing(Answer::on).thenComparing(Answer::position);

    private final StateFile file;
    private final InView inView;
    private final AsOf cut;
    private final SharedSubjects shared;
    /** Computed on first use; two threads that both compute it find the same. */
    private volatile @Nullable List<Discrepancy> all;

    /**
     * None where something that a rule would read is kept from who looks.
     *
     * @param shared what the filings of other States say of the same subjects
     */
    public Discrepancies(StateFile file, InView inView, AsOf cut, SharedSubjects shared) {
        this.file = file;
        this.inView = inView;
        this.cut = cut;
        this.shared = shared;
    }

    /** All of them, in {@link Discrepancy#ORDER}. */
    public List<Discrepancy> all() {
        List<Discrepancy> known = all;
        if (known != null) {
            return known;
        }
        List<Discrepancy> found = new ArrayList<>();
        find(one -> {
            found.add(one);
            return false;
        });
        return keep(found);
    }

    private List<Discrepancy> keep(List<Discrepancy> found) {
        List<Discrepancy> inOrder = found.stream().sorted(Discrepancy.ORDER).toList();
        all = inOrder;
        return inOrder;
    }

    /** Whether one of them is open. */
    public boolean isAnyOpen() {
        List<Discrepancy> known = all;
        if (known != null) {
            return known.stream().anyMatch(Discrepancies::isOpen);
        }
        List<Discrepancy> found = new ArrayList<>();
        boolean isOneOpen = find(one -> {
            found.add(one);
            return isOpen(one);
        });
        if (!isOneOpen) {
            keep(found); // All were looked at.
        }
        return isOneOpen;
    }

    private static boolean isOpen(Discrepancy discrepancy) {
        return discrepancy.status() == Status.OPEN;
    }

    /** Finds them one after another until one is enough; whether one was. */
    private boolean find(Predicate<Discrepancy> isEnough) {
        if (inView.isWithheldInPart()) {
            return false;
        }
        Map<FilingId, List<Answer>> answers = answers(file.answered(), cut.knownOn());
        Evaluation evaluation = new Evaluation(
                inView, cut.effectiveOn(), finding -> isEnough.test(discrepancy(file.memberState(), finding, answers)));
        shared.pairs().forEach(pair -> evaluation.found(Finding.of(pair)));
        new ReportRules(evaluation).find();
        new StockRules(evaluation).find();
        new EvidenceRules(evaluation).find();
        return evaluation.isDone();
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

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Discrepancies that && all().equals(that.all());
    }

    @Override
    public int hashCode() {
        return all().hashCode();
    }

    @Override
    public String toString() {
        return all().toString();
    }
}
