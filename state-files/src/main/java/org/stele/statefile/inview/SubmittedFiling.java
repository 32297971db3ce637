package org.stele.statefile.inview;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.ObligationId;
import org.stele.statefile.Attestation;
import org.stele.statefile.AttestationVersion;
import org.stele.statefile.Days;

/** A version of an attestation that was entered here and that the Committee had not received by the day of knowledge. */
public record SubmittedFiling(
        FilingId id,
        ObligationId obligation,
        int version,
        @Nullable LocalDate submittedOn) {

    public static void addTo(List<SubmittedFiling> all, Attestation attestation, LocalDate knownOn) {
        if (attestation.isWithdrawnBy(knownOn)) {
            return;
        }
        for (AttestationVersion version : attestation.versions()) {
            if (Days.isBy(version.submittedOn(), knownOn) && !version.isReceivedBy(knownOn)) {
                all.add(new SubmittedFiling(
                        attestation.id(),
                        attestation.obligation(),
                        version.number(),
                        attestation.enveloped() ? null : version.submittedOn()));
            }
        }
    }
}
