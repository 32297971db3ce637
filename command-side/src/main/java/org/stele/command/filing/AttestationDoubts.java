package org.stele.command.filing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stele.events.Baseline;
import org.stele.events.BaselineBasis;
import org.stele.events.ObligationId;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCount;
import org.stele.events.attestation.AttestationContent;
import org.stele.events.attestation.Figures;

/** What does not add up within one attestation. */
final class AttestationDoubts {

    private static final Figures NO_FIGURES = new Figures(null, null, null, null);
    private static final LocalDate ADOPTION = Objects.requireNonNull(ObligationId.REPAT.opensOn());

    private final ObligationId obligation;
    private final AttestationContent content;
    private final LocalDate today;
    private final Figures workers;
    private final @Nullable Integer baseline;
    private final @Nullable BaselineBasis basis;
    private final @Nullable Integer repatriated;
    private final @Nullable Integer remaining;
    private final List<Doubt> doubts = new ArrayList<>();

    private AttestationDoubts(ObligationId obligation, AttestationContent content, LocalDate today) {
        this.obligation = obligation;
        this.content = content;
        this.today = today;
        this.workers = content.workers() == null ? NO_FIGURES : content.workers();
        Baseline stated = workers.baseline();
        this.baseline = stated == null ? null : number(stated.count());
        this.basis = stated == null ? null : stated.basis();
        this.repatriated = number(workers.repatriated());
        this.remaining = number(workers.remaining());
    }

    static List<Doubt> of(ObligationId obligation, AttestationContent content, LocalDate today) {
        AttestationDoubts all = new AttestationDoubts(obligation, content, today);
        if (all.isBlank()) {
            all.add("declaredNil", "blank");
        }
        all.days();
        all.nil();
        all.sums();
        all.assertion();
        all.basis();
        return all.doubts;
    }

    private static @Nullable Integer number(@Nullable PersonsCount count) {
        return count == null ? null : count.value();
    }

    private boolean isBlank() {
        return !content.declaredNil()
                && !content.assertsMoreThanHalf()
                && basis == null
                && Stream.of(
                                baseline,
                                repatriated,
                                remaining,
                                content.explanation(),
                                content.dataLimit(),
                                content.summary())
                        .allMatch(Objects::isNull);
    }

    private void days() {
        notYet("periodFrom", content.periodFrom());
        notYet("periodTo", content.periodTo());
        notYet("remainingAsOf", workers.remainingAsOf());
        boolean isOfParagraph8 = obligation == ObligationId.REP_MID || obligation == ObligationId.REP_FIN;
        PartialDate to = content.periodTo();
        if (isOfParagraph8 && to != null && to.lastDay().isBefore(ADOPTION)) {
            add("periodTo", "before-adoption", to);
        }
        if (remaining != null && remaining > 0 && workers.remainingAsOf() == null && to == null) {
            add("remainingAsOf", "no-day");
        }
        if (remaining == null && workers.remainingAsOf() != null) {
            add("remainingCount", "day-of-nothing", workers.remainingAsOf());
        }
    }

    private void notYet(String question, @Nullable PartialDate date) {
        if (date != null && date.lastDay().isAfter(today)) {
            add(question, "not-yet", date, today);
        }
    }

    private void nil() {
        if (!content.declaredNil()) {
            return;
        }
        positive("baselineCount", baseline, "nil-baseline");
        positive("repatriatedCount", repatriated, "nil-repatriated");
        positive("remainingCount", remaining, "nil-remaining");
        if (content.assertsMoreThanHalf()) {
            add("assertsMoreThanHalf", "nil-half");
        }
    }

    private void positive(String question, @Nullable Integer count, String words) {
        if (count != null && count > 0) {
            add(question, words, count);
        }
    }

    private void sums() {
        if (baseline == null) {
            return;
        }
        if (repatriated != null && remaining != null) {
            int left = baseline - repatriated;
            // A maximum allows fewer to remain, but not more.
            boolean addsUp = basis == BaselineBasis.UPPER_BOUND ? remaining <= left : remaining == left;
            if (!addsUp) {
                add("remainingCount", "sum", baseline, repatriated, remaining);
            }
            return;
        }
        if (repatriated != null && repatriated > baseline) {
            add("repatriatedCount", "more-repatriated", repatriated, baseline);
        }
        if (remaining != null && remaining > baseline) {
            add("remainingCount", "more-remaining", remaining, baseline);
        }
    }

    private void assertion() {
        if (baseline == null || repatriated == null || baseline == 0) {
            return;
        }
        boolean moreThanHalf = 2L * repatriated > baseline;
        if (content.assertsMoreThanHalf() && !moreThanHalf) {
            add("assertsMoreThanHalf", "not-half", repatriated, baseline);
        }
        boolean isAskedWhy = obligation == ObligationId.REP_MID && 2L * repatriated < baseline;
        if (isAskedWhy && content.explanation() == null) {
            add("explanation", "not-explained", repatriated, baseline);
        }
    }

    private void basis() {
        if (baseline != null && basis == BaselineBasis.NOT_DISCLOSED) {
            add("baselineBasis", "disclosed", baseline);
        }
        boolean countsNothing = baseline == null && basis != null && basis != BaselineBasis.NOT_DISCLOSED;
        if (countsNothing) {
            add("baselineCount", "basis-of-nothing");
        }
    }

    private void add(String question, String words, Object... arguments) {
        doubts.add(Doubt.of(question, words, arguments));
    }
}
