package org.stele.statefile;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.stele.events.Baseline;
import org.stele.events.BaselineBasis;
import org.stele.events.FilingId;
import org.stele.events.ObligationId;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCount;
import org.stele.events.attestation.AttestationContent;
import org.stele.events.attestation.Figures;
import org.stele.events.attestation.Visibility;

/**
 * An attestation as it was known on a day: the latest version received by then.
 *
 * @param firstReceived when the Committee received the first version, which decides timeliness
 */
public record AttestationReading(Attestation attestation, PartialDate firstReceived, AttestationVersion version) {

    private static final Figures NO_FIGURES = new Figures(null, null, null, null);

    public FilingId id() {
        return attestation.id();
    }

    public ObligationId obligation() {
        return attestation.obligation();
    }

    /** Whether only its envelope is seen, so that nothing may be concluded from what it does not say (4.8). */
    public boolean isEnveloped() {
        return attestation.enveloped();
    }

    public AttestationContent content() {
        return version.content();
    }

    /** Whether 4.3 takes it: a report on an older resolution that is silent about workers says nothing of paragraph 8. */
    public boolean isOfParagraph8() {
        return obligation() == ObligationId.REP_MID
                || obligation() == ObligationId.REP_FIN
                || statesCount()
                || content().declaredNil()
                || isEnveloped();
    }

    /** When the Committee received the version that is read. */
    public PartialDate received() {
        return requireNonNull(version.received(), "a version that is read has been received");
    }

    /** The earlier of the last day of the period and the last day of receipt (section 4, "In view"). */
    public LocalDate effectiveDay() {
        PartialDate periodTo = content().periodTo();
        LocalDate receivedTo = received().lastDay();
        return periodTo == null ? receivedTo : Days.earlier(periodTo.lastDay(), receivedTo);
    }

    /** The counts of workers: statuses read no others. */
    public Figures workers() {
        Figures workers = content().workers();
        return workers == null ? NO_FIGURES : workers;
    }

    public @Nullable PersonsCount baselineCount() {
        Baseline baseline = workers().baseline();
        return baseline == null ? null : baseline.count();
    }

    public @Nullable BaselineBasis baselineBasis() {
        Baseline baseline = workers().baseline();
        return baseline == null ? null : baseline.basis();
    }

    public boolean isExplained() {
        String explanation = content().explanation();
        return explanation != null && !explanation.isBlank();
    }

    public boolean statesCount() {
        return baselineCount() != null
                || workers().repatriated() != null
                || workers().remaining() != null;
    }

    public boolean isBaselineNotDisclosed() {
        return baselineBasis() == BaselineBasis.NOT_DISCLOSED;
    }

    /** A nil with a stated data limit (4.4). */
    public boolean isNilWithLimits() {
        return content().declaredNil() && content().dataLimit() != null;
    }

    /** A received or period_to interval longer than a day (4.4). */
    public boolean isDateUncertain() {
        PartialDate periodTo = content().periodTo();
        return !received().isExact() || (periodTo != null && !periodTo.isExact());
    }

    /** Whether its text was withheld: by the registrar's last action, or else by the State's request (4.4). */
    public boolean isTextWithheldBy(LocalDate day) {
        Publication last = attestation.lastPublication(day);
        return last == null
                ? content().visibility() == Visibility.WITHHELD
                : last.kind() == Publication.Kind.WITHHELD_AT_REQUEST;
    }

    /**
     * The day that orders figures: the remaining count's own day where it is not later, or the effective day (4.3).
     */
    public LocalDate figuresDay(LocalDate effectiveOn) {
        PartialDate asOf = workers().remainingAsOf();
        return asOf != null && Days.isBy(asOf, effectiveOn) ? asOf.lastDay() : effectiveDay();
    }

    /**
     * The order of figures that have no day of their own: by their attestation's effective day, then by the last day of receipt,
     * then by position (4.4, "the same order").
     */
    public static final Comparator<AttestationReading> ORDER_OF_FIGURES = Comparator.comparing(
                    AttestationReading::effectiveDay)
            .thenComparing(reading -> reading.received().lastDay())
            .thenComparing(reading -> reading.version().position());
}
