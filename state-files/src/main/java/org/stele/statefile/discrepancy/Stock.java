package org.stele.statefile.discrepancy;

import java.time.LocalDate;
import org.stele.statefile.AttestationReading;

/** How many workers an attestation says remained on a day: its remaining count, or 0 where it declares nil and counts nobody. */
record Stock(AttestationReading attestation, LocalDate day, int count) {

    Discrepancy.Filing filing() {
        return Finding.filing(attestation);
    }
}
