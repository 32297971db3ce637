package org.stele.statefile.discrepancy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCount;
import org.stele.statefile.AttestationReading;

/** How many workers an attestation says went home over its period, both days included. */
record Flow(AttestationReading attestation, LocalDate from, LocalDate to, int count) {

    /** That of an attestation which states a count and both ends of its period; null of any other. */
    static @Nullable Flow of(AttestationReading attestation) {
        PersonsCount count = attestation.workers().repatriated();
        LocalDate from = periodFrom(attestation);
        return count == null || from == null
                ? null
                : new Flow(attestation, from, attestation.effectiveDay(), count.value());
    }

    /** The first day of an attestation's period; null where not both of its ends are stated. */
    static @Nullable LocalDate periodFrom(AttestationReading attestation) {
        PartialDate from = attestation.content().periodFrom();
        return from == null || attestation.content().periodTo() == null ? null : from.firstDay();
    }
}
