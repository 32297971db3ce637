package org.stele.query.statefile;

import java.time.LocalDate;
import java.util.List;
import org.stele.events.FilingId;
import org.stele.events.ObligationId;

/** A version of an attestation that was entered here and that the Committee had not received by the day of knowledge. */
public record SubmittedFiling(FilingId id, ObligationId obligation, int version, LocalDate submittedOn) {

    static List<SubmittedFiling> of(StateFile file, LocalDate knownOn) {
        return file.attestations().stream()
                .flatMap(attestation -> attestation.submittedOnly(knownOn).stream()
                        .map(version -> new SubmittedFiling(
                                attestation.id(), attestation.obligation(), version.number(), version.submittedOn())))
                .toList();
    }
}
