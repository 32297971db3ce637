package org.stele.statefile.discrepancy;

import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.discrepancies.DiscrepancyCode;
import org.stele.events.discrepancies.DiscrepancySubject;
import org.stele.statefile.AnsweredDiscrepancy.Answer;

/**
 * One thing in which filings do not agree. It is no accusation: it names what does not fit, and what was answered.
 *
 * @param a the first filing that its rule names
 * @param b the second; null where the rule names one alone
 * @param answers that were received by the day of knowledge, the one that counts last
 */
public record Discrepancy(
        MemberState memberState,
        DiscrepancySubject subject,
        Filing a,
        @Nullable Filing b,
        Status status,
        List<Answer> answers) {

    /** By code, then by the positions of its filings. */
    public static final Comparator<Discrepancy> ORDER = Comparator.comparing(Discrepancy::code)
            .thenComparing(discrepancy -> discrepancy.a().position())
            .thenComparing(
                    discrepancy -> discrepancy.b() == null ? 0 : discrepancy.b().position());

    /** Where a discrepancy is in its life (4.5). */
    public enum Status {
        /** Nobody answered it, or its figures are no longer those that the answer was given about. */
        OPEN,
        /** The State explained it. */
        EXPLAINED,
        /** The chair decided that it is settled. */
        RESOLVED
    }

    /**
     * A filing that a discrepancy names.
     *
     * @param position of its first event
     */
    public record Filing(FilingId id, long position) {}

    public Discrepancy {
        answers = List.copyOf(answers);
    }

    /** The same in every view. */
    public FilingId id() {
        return subject.id(memberState);
    }

    public DiscrepancyCode code() {
        return subject.code();
    }

    /** The counts and sums of its rule, by name. */
    public SortedMap<String, Long> figures() {
        return subject.figures();
    }

    /** Whether it was answered once, about other figures than it has now. */
    public boolean isReopened() {
        return status == Status.OPEN && !answers.isEmpty();
    }
}
