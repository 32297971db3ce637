package org.stele.statefile.discrepancy;

import org.stele.statefile.AttestationReading;

/**
 * How many workers an attestation says remained on a day: its remaining count, or 0 where it declares nil and counts nobody.
 *
 * @param day as a number of days since 1970-01-01
 */
record Stock(AttestationReading attestation, int day, int count) {

    Discrepancy.Filing filing() {
        return Finding.filing(attestation);
    }
}
