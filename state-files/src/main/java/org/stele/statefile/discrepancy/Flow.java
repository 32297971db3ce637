package org.stele.statefile.discrepancy;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stele.statefile.AttestationReading;
import org.stele.statefile.AttestationTrait;

/** How many workers an attestation says went home over its period, both days included, as numbers of days since 1970-01-01. */
record Flow(AttestationReading attestation, int from, int to, int count) {

    /** That of an attestation which states a count and both ends of its period; null of any other. */
    static @Nullable Flow of(AttestationReading attestation) {
        return isOf(attestation)
                ? new Flow(
                        attestation,
                        periodFrom(attestation),
                        attestation.effectiveEpochDay(),
                        attestation.repatriated())
                : null;
    }

    static boolean isOf(AttestationReading attestation) {
        return attestation.repatriated() != AttestationReading.NOT_STATED
                && attestation.is(AttestationTrait.HAS_PERIOD);
    }

    /** The first day of the period of an attestation that has one. */
    static int periodFrom(AttestationReading attestation) {
        return Objects.requireNonNull(attestation.content().periodFrom()).firstEpochDay();
    }
}
