package org.stele.statefile.discrepancy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.stele.statefile.AttestationReading;
import org.stele.statefile.AttestationTrait;

/** How many workers an attestation says went home over its period, both days included, as numbers of days since 1970-01-01. */
record Flow(AttestationReading attestation, int from, int to, int count) {

    /** Those of the attestations which state a count and both ends of their periods. */
    static List<Flow> of(List<AttestationReading> attestations) {
        List<Flow> flows = new ArrayList<>();
        for (AttestationReading attestation : attestations) {
            if (isOf(attestation)) {
                flows.add(new Flow(
                        attestation,
                        periodFrom(attestation),
                        attestation.effectiveEpochDay(),
                        attestation.repatriated()));
            }
        }
        return flows;
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
