package org.stele.events.attestation;

import org.stele.events.FilingId;
import org.stele.events.StateEvent;

/** Every event of the attestation context. */
public sealed interface AttestationEvent extends StateEvent
        permits AttestationSubmitted,
                AttestationReceived,
                AttestationAmended,
                AttestationWithdrawn,
                ClarificationRequested,
                ClarificationProvided,
                AttestationAcceptedAsFiled,
                AttestationPublished,
                AttestationWithheldAtRequest,
                AttestationUnpublished {

    FilingId attestation();
}
