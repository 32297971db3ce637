package org.stele.query.lens;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stele.events.FilingId;
import org.stele.statefile.Claim;
import org.stele.statefile.FiledRecord;
import org.stele.statefile.StateFile;

/**
 * The records of one State that an audience sees whole, by what is left of the State's file.
 *
 * @param attestations those that are published
 * @param scopeClaims those that claim to be out of scope: of an exemption claim the public sees a part
 */
record SeenRecords(Set<FilingId> attestations, Set<FilingId> scopeClaims, Set<FilingId> evidence) {

    static SeenRecords of(StateFile seen) {
        return new SeenRecords(
                ids(seen.attestations().stream().filter(attestation -> !attestation.enveloped())),
                ids(seen.claims().stream().filter(claim -> claim.kind() == Claim.Kind.SCOPE)),
                ids(seen.evidence().stream()));
    }

    private static Set<FilingId> ids(Stream<? extends FiledRecord> records) {
        return records.map(FiledRecord::id).collect(Collectors.toSet());
    }
}
