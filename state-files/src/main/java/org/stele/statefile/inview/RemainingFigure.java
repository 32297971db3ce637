package org.stele.statefile.inview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCount;
import org.stele.statefile.AttestationReading;
import org.stele.statefile.Days;

/**
 * A number of workers reported as remaining, with the day that it counts for (4.3).
 *
 * @param effectiveOn the last day of {@code remaining_as_of} where stated, or the effective day of its attestation
 */
public record RemainingFigure(AttestationReading attestation, LocalDate effectiveOn, int count) {

    /** From the oldest to the latest figure (4.3). */
    static final Comparator<RemainingFigure> ORDER = (one, other) -> {
        int byDay = one.effectiveOn.compareTo(other.effectiveOn);
        return byDay != 0 ? byDay : one.attestation.compareReceipt(other.attestation);
    };

    /** The figures in view, in the order in which they were recorded. */
    public static List<RemainingFigure> in(InView inView, LocalDate effectiveOn) {
        List<RemainingFigure> figures = new ArrayList<>();
        for (AttestationReading attestation : inView.attestations()) {
            if (attestation.remaining() != AttestationReading.NOT_STATED) {
                stated(attestation, effectiveOn).ifPresent(figures::add);
            }
        }
        return figures;
    }

    /** 4.3: a figure dated after the effective day of the view is not used. */
    public static Optional<RemainingFigure> stated(AttestationReading attestation, LocalDate effectiveOn) {
        PersonsCount count = attestation.workers().remaining();
        PartialDate asOf = attestation.workers().remainingAsOf();
        if (count == null || (asOf != null && !Days.isBy(asOf, effectiveOn))) {
            return Optional.empty();
        }
        return Optional.of(new RemainingFigure(attestation, attestation.figuresDay(effectiveOn), count.value()));
    }

    /** The latest, which is <i>the remaining figure</i>. */
    public static @Nullable RemainingFigure latest(List<RemainingFigure> figures) {
        return figures.stream().max(ORDER).orElse(null);
    }

    /**
     * The earliest of the unbroken run of zeros that ends at the latest figure; the latest figure where it is no zero
     * (4.3, rule 5).
     */
    public static RemainingFigure firstOfLastZeros(List<RemainingFigure> figures) {
        RemainingFigure latest = figures.stream().max(ORDER).orElseThrow();
        RemainingFigure latestAboveZero =
                latest(figures.stream().filter(figure -> figure.count() != 0).toList());
        return figures.stream()
                .filter(figure -> latestAboveZero == null || ORDER.compare(figure, latestAboveZero) > 0)
                .min(ORDER)
                .orElse(latest);
    }

    /** The first day on which the figure may have become true (4.3, rule 5: lo). */
    public LocalDate earliestDay() {
        PartialDate asOf = attestation.workers().remainingAsOf();
        PartialDate periodTo = attestation.content().periodTo();
        if (asOf != null) {
            return asOf.firstDay();
        }
        return periodTo != null ? periodTo.firstDay() : attestation.received().firstDay();
    }

    /** The last day on which it may have become true (4.3, rule 5: hi). */
    public LocalDate latestDay() {
        PartialDate asOf = attestation.workers().remainingAsOf();
        return asOf != null ? asOf.lastDay() : attestation.effectiveDay();
    }
}
