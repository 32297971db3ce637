package org.stele.statefile;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
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
 * An attestation as it was known on a day: the latest version received by then. What thousands of them are compared by is
 * computed once, when it is made.
 */
public final class AttestationReading {

    /** Where a count is not stated. */
    public static final int NOT_STATED = -1;

    private static final Figures NO_FIGURES = new Figures(null, null, null, null);

    private final Attestation attestation;
    private final PartialDate firstReceived;
    private final AttestationVersion version;
    private final PartialDate received;
    private final LocalDate effectiveDay;
    private final int effectiveEpochDay;
    private final int repatriated;
    private final int remaining;
    /** Computed on first use; two threads that both compute it find the same. */
    private int traits;

    /** @param firstReceived when the Committee received the first version, which decides timeliness */
    public AttestationReading(Attestation attestation, PartialDate firstReceived, AttestationVersion version) {
        this.attestation = attestation;
        this.firstReceived = firstReceived;
        this.version = version;
        received = requireNonNull(version.received(), "a version that is read has been received");
        PartialDate periodTo = version.content().periodTo();
        effectiveDay = periodTo == null ? received.lastDay() : Days.earlier(periodTo.lastDay(), received.lastDay());
        effectiveEpochDay = (int) effectiveDay.toEpochDay();
        repatriated = count(workers().repatriated());
        remaining = count(workers().remaining());
    }

    private static int count(@Nullable PersonsCount count) {
        return count == null ? NOT_STATED : count.value();
    }

    public Attestation attestation() {
        return attestation;
    }

    public PartialDate firstReceived() {
        return firstReceived;
    }

    public AttestationVersion version() {
        return version;
    }

    public FilingId id() {
        return attestation.id();
    }

    public ObligationId obligation() {
        return attestation.obligation();
    }

    /** Whether it has a trait, without reading what the trait follows from. */
    public boolean is(AttestationTrait trait) {
        return trait.isAmong(traits());
    }

    /** All of its traits, to be joined with those of others. */
    public int traits() {
        int known = traits;
        if (known == 0) {
            known = AttestationTrait.all(this);
            traits = known;
        }
        return known;
    }

    /** Whether only its envelope is seen, so that nothing may be concluded from what it does not say (4.8). */
    public boolean isEnveloped() {
        return is(AttestationTrait.ENVELOPED);
    }

    public AttestationContent content() {
        return version.content();
    }

    /** Whether 4.3 takes it: a report on an older resolution that is silent about workers says nothing of paragraph 8. */
    public boolean isOfParagraph8() {
        return is(AttestationTrait.OF_PARAGRAPH_8);
    }

    /** When the Committee received the version that is read. */
    public PartialDate received() {
        return received;
    }

    /** The earlier of the last day of the period and the last day of receipt (section 4, "In view"). */
    public LocalDate effectiveDay() {
        return effectiveDay;
    }

    /** The same as a number of days since 1970-01-01. */
    public int effectiveEpochDay() {
        return effectiveEpochDay;
    }

    /** The counts of workers: statuses read no others. */
    public Figures workers() {
        Figures workers = content().workers();
        return workers == null ? NO_FIGURES : workers;
    }

    /** Workers repatriated, or {@link #NOT_STATED}. */
    public int repatriated() {
        return repatriated;
    }

    /** Workers remaining, or {@link #NOT_STATED}. */
    public int remaining() {
        return remaining;
    }

    public @Nullable PersonsCount baselineCount() {
        if (!is(AttestationTrait.STATES_BASELINE)) {
            return null;
        }
        Baseline baseline = workers().baseline();
        return baseline == null ? null : baseline.count();
    }

    public @Nullable BaselineBasis baselineBasis() {
        if (!is(AttestationTrait.STATES_BASELINE)) {
            return null;
        }
        Baseline baseline = workers().baseline();
        return baseline == null ? null : baseline.basis();
    }

    public boolean isExplained() {
        String explanation = content().explanation();
        return explanation != null && !explanation.isBlank();
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
        return asOf != null && Days.isBy(asOf, effectiveOn) ? asOf.lastDay() : effectiveDay;
    }

    /**
     * The order of figures that have no day of their own: by their attestation's effective day, then by the last day of receipt,
     * then by position (4.4, "the same order").
     */
    public static final Comparator<AttestationReading> ORDER_OF_FIGURES = (one, other) -> {
        int byDay = Integer.compare(one.effectiveEpochDay, other.effectiveEpochDay);
        return byDay != 0 ? byDay : one.compareReceipt(other);
    };

    /** By the last day of receipt, then by position. */
    public int compareReceipt(AttestationReading other) {
        int byReceipt = Integer.compare(received.lastEpochDay(), other.received.lastEpochDay());
        return byReceipt != 0 ? byReceipt : Long.compare(version.position(), other.version.position());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AttestationReading that
                && attestation.equals(that.attestation)
                && firstReceived.equals(that.firstReceived)
                && version.equals(that.version);
    }

    @Override
    public int hashCode() {
        return Objects.hash(attestation, firstReceived, version);
    }

    @Override
    public String toString() {
        return "AttestationReading[%s, %s, %s]".formatted(attestation, firstReceived, version);
    }
}
