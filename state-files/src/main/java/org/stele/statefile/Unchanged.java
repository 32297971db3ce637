package org.stele.statefile;

/**
 * What a record says in every view that has it, because nothing changed it since: an attestation of one version that was received
 * and not withdrawn, for example. Most records are such.
 *
 * @param reading what views show of it
 * @param knownFrom the first day of knowledge on which it is known, as a number of days since 1970-01-01
 * @param effectiveDay the day from which it is effective, likewise
 */
record Unchanged(Object reading, int knownFrom, int effectiveDay) {

    static Unchanged of(FiledVersion version) {
        int received = version.received().lastEpochDay();
        return new Unchanged(version, received, Math.min(received, version.day().lastEpochDay()));
    }
}
