package org.stele.statefile;

import java.util.function.Predicate;
import org.stele.events.Baseline;
import org.stele.events.BaselineBasis;
import org.stele.events.ObligationId;
import org.stele.events.PartialDate;
import org.stele.events.attestation.Figures;
import org.stele.events.attestation.Visibility;

/**
 * Something that is so or not of an attestation as it was known on a day. All traits of one attestation are one number, so that
 * thousands of attestations are asked for a trait without reading what it follows from.
 */
public enum AttestationTrait {
    /** Only its envelope is seen (4.8). */
    ENVELOPED(reading -> reading.attestation().enveloped()),
    /** It states a baseline of workers: a count, a basis, or both. */
    STATES_BASELINE(reading -> reading.workers().baseline() != null),
    STATES_COUNT(AttestationTrait::statesCount),
    DECLARES_NIL(reading -> reading.content().declaredNil()),
    /** 4.3 takes it: a report on an older resolution that is silent about workers says nothing of paragraph 8. */
    OF_PARAGRAPH_8(reading -> reading.obligation() == ObligationId.REP_MID
            || reading.obligation() == ObligationId.REP_FIN
            || statesCount(reading)
            || reading.content().declaredNil()
            || reading.attestation().enveloped()),
    /** Both ends of its period are stated. */
    HAS_PERIOD(reading ->
            reading.content().periodFrom() != null && reading.content().periodTo() != null),
    ASSERTS_MORE_THAN_HALF(reading -> reading.content().assertsMoreThanHalf()),
    /** Others, not the State, worked out some figure. */
    DERIVED(reading -> reading.content().figuresDerived()),
    NIL_WITH_LIMITS(
            reading -> reading.content().declaredNil() && reading.content().dataLimit() != null),
    BASELINE_NOT_DISCLOSED(AttestationTrait::isBaselineNotDisclosed),
    /** A received or period_to interval longer than a day (4.4). */
    DATE_UNCERTAIN(AttestationTrait::isDateUncertain),
    AMENDED(reading -> reading.version().number() >= 2),
    /** An envelope does not tell when it was recorded (4.8). */
    BACKFILLED(
            reading -> !reading.attestation().enveloped() && reading.version().isBackfilled()),
    TO_NO_OBLIGATION(reading -> reading.obligation() == ObligationId.OTHER),
    /** Its text may be withheld, depending on the day. */
    PERHAPS_WITHHELD(reading -> reading.content().visibility() == Visibility.WITHHELD
            || reading.attestation().publications().stream()
                    .anyMatch(done -> done.kind() == Publication.Kind.WITHHELD_AT_REQUEST));

    /** Set in the traits of every attestation, so that none are 0. */
    private static final int KNOWN = 1 << 31;

    private static final AttestationTrait[] ALL = values();

    private final Predicate<AttestationReading> test;

    AttestationTrait(Predicate<AttestationReading> test) {
        this.test = test;
    }

    static int all(AttestationReading reading) {
        int traits = KNOWN;
        for (AttestationTrait trait : ALL) {
            traits |= trait.test.test(reading) ? 1 << trait.ordinal() : 0;
        }
        return traits;
    }

    /** Whether it is among the traits of one attestation, or of several together. */
    public boolean isAmong(int traits) {
        return (traits & 1 << ordinal()) != 0;
    }

    private static boolean statesCount(AttestationReading reading) {
        Figures workers = reading.workers();
        Baseline baseline = workers.baseline();
        return (baseline != null && baseline.count() != null)
                || workers.repatriated() != null
                || workers.remaining() != null;
    }

    private static boolean isBaselineNotDisclosed(AttestationReading reading) {
        Baseline baseline = reading.workers().baseline();
        return baseline != null && baseline.basis() == BaselineBasis.NOT_DISCLOSED;
    }

    private static boolean isDateUncertain(AttestationReading reading) {
        PartialDate periodTo = reading.content().periodTo();
        return !reading.received().isExact() || (periodTo != null && !periodTo.isExact());
    }
}
