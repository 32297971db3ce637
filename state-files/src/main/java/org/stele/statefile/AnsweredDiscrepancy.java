package org.stele.statefile;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.discrepancies.DiscrepancySubject;

/** What was said about one discrepancy: the State's explanations and the chair's decisions, in the order of the ledger. */
public record AnsweredDiscrepancy(FilingId id, List<Answer> answers) implements FiledRecord {

    /** Who answered. */
    public enum Kind {
        /** The State explained it. */
        EXPLAINED,
        /** The chair decided that it is settled, or the custodian where filings of two States do not agree. */
        RESOLVED
    }

    /**
     * One answer.
     *
     * @param subject the discrepancy with the figures that the answer was given about
     * @param text null where it is withheld
     */
    public record Answer(
            Kind kind, DiscrepancySubject subject, @Nullable String text, LocalDate on, long position)
            implements Fact {}

    public AnsweredDiscrepancy {
        answers = List.copyOf(answers);
    }

    @Override
    public long firstPosition() {
        return answers.getFirst().position();
    }

    @Override
    public long lastPosition() {
        return answers.getLast().position();
    }

    @Override
    public AnsweredDiscrepancy upTo(long treeSize) {
        return new AnsweredDiscrepancy(id, FiledRecord.upTo(answers, treeSize));
    }

    /** Whether it is about filings of two States, which few may know of. */
    public boolean isAcrossStates() {
        return answers.getFirst().subject().code().isAcrossStates();
    }

    AnsweredDiscrepancy with(Answer answer) {
        return new AnsweredDiscrepancy(id, FiledRecord.and(answers, answer));
    }
}
